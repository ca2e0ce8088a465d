package org.gridward.geometry;

import java.util.Arrays;

/**
 * Puts the cycles together to faces: each cycle that runs round ground makes a face, each that runs round a connected
 * group of borders from outside is a hole of the face that the group lies in. Face 0 is the outside of everything.
 *
 * <p>The face a group lies in is found straight below its lowest node by x, then y, which is always a given vertex.
 */
final class FaceNesting {

    private final NodedBorders borders;
    private final HalfEdges halves;
    private final int[] faceOfCycle;
    private int faces = 1;

    FaceNesting(NodedBorders borders, HalfEdges halves) {
        this.borders = borders;
        this.halves = halves;
        this.faceOfCycle = new int[halves.cycles()];
        nest();
    }

    /** How many faces there are, the outside included. */
    int faces() {
        return faces;
    }

    int[] faceOfCycle() {
        return faceOfCycle;
    }

    /** The leftmost half-edge of each group, in order of its node; its left side is the group's outside. */
    private int[] groups() {
        int[] group = new int[borders.nodes()];
        for (int node = 0; node < group.length; node++) {
            group[node] = node;
        }
        EdgeSet pieces = borders.pieces();
        for (int piece = 0; piece < pieces.count(); piece++) {
            int a = root(group, pieces.from()[piece]);
            int b = root(group, pieces.to()[piece]);
            group[Math.max(a, b)] = Math.min(a, b);
        }
        int[] leftmost = new int[group.length];
        int count = 0;
        for (int node = 0; node < group.length; node++) {
            if (group[node] == node && halves.degree(node) > 0) {
                leftmost[count++] = halves.outgoing(node, halves.degree(node) - 1);
            }
        }
        return Arrays.copyOf(leftmost, count);
    }

    private static int root(int[] group, int node) {
        int root = node;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private void nest() {
        int[] leftmost = groups();
        boolean[] outer = new boolean[halves.cycles()];
        for (int half : leftmost) {
            outer[halves.cycle(half)] = true;
        }
        for (int cycle = 0; cycle < outer.length; cycle++) {
            if (!outer[cycle]) {
                faceOfCycle[cycle] = faces++;
            }
        }
        FaceBelow below = new FaceBelow(borders);
        for (int half : leftmost) {
            int node = halves.origin(half);
            int piece = leftmost.length > 1 ? below.pieceBelow(borders.x()[node], borders.y()[node]) : FaceBelow.NONE;
            faceOfCycle[halves.cycle(half)] = piece == FaceBelow.NONE ? 0 : faceOfCycle[halves.cycle(2 * piece)];
        }
    }
}
