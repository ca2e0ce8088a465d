package org.gridward.geometry;

import java.util.Arrays;

/**
 * The pieces strung together to arcs: from one node where other than two borders meet to the next, or round and back
 * where there is none. Arcs are numbered by the node they leave, then counter-clockwise.
 */
final class ArcChains {

    private final HalfEdges halves;
    private final int[] arcOfPiece;

    /** The half-edges of all arcs, each in the direction of its arc. */
    private final int[] links;

    private int[] starts = new int[16];
    private int arcs;
    private int linked;

    ArcChains(NodedBorders borders, HalfEdges halves) {
        this.halves = halves;
        this.arcOfPiece = new int[borders.pieces().count()];
        this.links = new int[arcOfPiece.length];
        Arrays.fill(arcOfPiece, -1);
        for (int node = 0; node < borders.nodes(); node++) {
            for (int i = 0; halves.degree(node) != 2 && i < halves.degree(node); i++) {
                follow(halves.outgoing(node, i));
            }
        }
        for (int piece = 0; piece < arcOfPiece.length; piece++) {
            follow(2 * piece);
        }
        starts = Arrays.copyOf(starts, arcs + 1);
    }

    private void follow(int first) {
        if (arcOfPiece[first >> 1] >= 0) {
            return;
        }
        if (arcs + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        int half = first;
        do {
            arcOfPiece[half >> 1] = arcs;
            links[linked++] = half;
            half = halves.next(half);
        } while (halves.degree(halves.origin(half)) == 2 && half != first);
        starts[++arcs] = linked;
    }

    int count() {
        return arcs;
    }

    int arcOfPiece(int piece) {
        return arcOfPiece[piece];
    }

    /** The number of half-edges of an arc. */
    int length(int arc) {
        return starts[arc + 1] - starts[arc];
    }

    int link(int arc, int i) {
        return links[starts[arc] + i];
    }

    /** The node an arc leaves. */
    int fromNode(int arc) {
        return halves.origin(link(arc, 0));
    }

    /** The node it comes to. */
    int toNode(int arc) {
        return halves.origin(link(arc, length(arc) - 1) ^ 1);
    }
}
