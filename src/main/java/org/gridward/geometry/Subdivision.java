package org.gridward.geometry;

/**
 * Noded borders with their faces and the owners of these. Face 0 is the outside; numbers follow from the ground alone,
 * not from the order in which polygons came.
 *
 * @param faceOfHalf the face on the left of each half-edge
 * @param owners the grids of each face, ascending
 */
record Subdivision(NodedBorders borders, HalfEdges halves, int[] faceOfHalf, int[] faceOfCycle, int[][] owners) {

    static Subdivision of(NodedBorders borders) {
        HalfEdges halves = new HalfEdges(borders);
        FaceNesting nesting = new FaceNesting(borders, halves);
        int[] faceOfHalf = new int[halves.count()];
        for (int half = 0; half < faceOfHalf.length; half++) {
            faceOfHalf[half] = nesting.faceOfCycle()[halves.cycle(half)];
        }
        int[][] owners = FaceOwners.of(borders.pieces(), faceOfHalf, nesting.faces());
        return new Subdivision(borders, halves, faceOfHalf, nesting.faceOfCycle(), owners);
    }

    int faces() {
        return owners.length;
    }

    double x(int half) {
        return borders.x()[halves.origin(half)];
    }

    double y(int half) {
        return borders.y()[halves.origin(half)];
    }

    /** Square metres of each face; of face 0 less than nothing. */
    double[] areas() {
        double[] areas = new double[faces()];
        for (int cycle = 0; cycle < halves.cycles(); cycle++) {
            int first = halves.firstOfCycle(cycle);
            GroundArea ground = new GroundArea(y(first));
            int half = first;
            do {
                ground.add(x(half), y(half), x(half ^ 1), y(half ^ 1));
                half = halves.next(half);
            } while (half != first);
            areas[faceOfCycle[cycle]] += ground.squareMeters();
        }
        return areas;
    }

    /** Metres of each piece. */
    double[] lengths() {
        double[] lengths = new double[borders.pieces().count()];
        for (int piece = 0; piece < lengths.length; piece++) {
            lengths[piece] = GroundFrame.metersBetween(x(2 * piece), y(2 * piece), x(2 * piece + 1), y(2 * piece + 1));
        }
        return lengths;
    }

    /** Metres of border round each face. */
    double[] borderMeters(double[] lengths) {
        double[] meters = new double[faces()];
        for (int half = 0; half < faceOfHalf.length; half++) {
            meters[faceOfHalf[half]] += lengths[half >> 1];
        }
        return meters;
    }
}
