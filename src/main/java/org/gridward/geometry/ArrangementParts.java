package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the flat arrays of a subdivision into the faces, arcs and nodes that others see. */
final class ArrangementParts {

    private final Subdivision ground;
    private final ArcChains chains;
    private final List<Owner> names;
    private final List<List<Owner>> owners = new ArrayList<>();
    private final double[] lengths;

    ArrangementParts(Subdivision ground, ArcChains chains, List<Owner> names) {
        this.ground = ground;
        this.chains = chains;
        this.names = names;
        this.lengths = ground.lengths();
        for (int[] grids : ground.owners()) {
            owners.add(Arrays.stream(grids).mapToObj(names::get).toList());
        }
    }

    List<Face> faces() {
        double[] areas = ground.areas();
        double[] borders = ground.borderMeters();
        FaceShapes shapes = new FaceShapes(ground);
        return IntStream.range(1, ground.faces())
                .mapToObj(face -> new Face(face - 1, areas[face], borders[face], owners.get(face), shapes))
                .toList();
    }

    List<Arc> arcs() {
        return IntStream.range(0, chains.count()).mapToObj(this::arc).toList();
    }

    private Arc arc(int arc) {
        double meters = 0;
        for (int i = 0; i < chains.length(arc); i++) {
            meters += lengths[chains.link(arc, i) >> 1];
        }
        int first = chains.link(arc, 0);
        List<Owner> left = owners.get(ground.faceOfHalf()[first]);
        List<Owner> right = owners.get(ground.faceOfHalf()[first ^ 1]);
        return new Arc(arc, ground, chains, meters, left, right);
    }

    /** Nodes in order of place. */
    List<Node> nodes(List<Arc> arcs) {
        boolean[] ends = new boolean[ground.borders().nodes()];
        for (int arc = 0; arc < chains.count(); arc++) {
            ends[chains.fromNode(arc)] = true;
            ends[chains.toNode(arc)] = true;
        }
        List<Node> nodes = new ArrayList<>();
        HalfEdges halves = ground.halves();
        for (int place = 0; place < ends.length; place++) {
            if (ends[place]) {
                int at = place;
                List<Arc> star = IntStream.range(0, halves.degree(place))
                        .mapToObj(i -> arcs.get(chains.arcOfPiece(halves.outgoing(at, i) >> 1)))
                        .toList();
                double lon = ground.borders().x()[place];
                nodes.add(new Node(nodes.size(), lon, ground.borders().y()[place], star));
            }
        }
        return List.copyOf(nodes);
    }
}
