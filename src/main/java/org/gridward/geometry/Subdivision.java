package org.gridward.geometry;

/**
 * Noded borders with their faces and the owners of these. Face 0 is the outside; numbers follow from the ground alone,
 * not from the order in which polygons came.
 *
 * @param faceOfHalf the face on the left of each half-edge
 * @param faceOfCycle the face of each cycle
 * @param owners the grids of each face, ascending
 * @param lengths metres of each piece
 * @param areas square metres of each face; of face 0 less than nothing
 */
record Subdivision(
        NodedBorders borders,
        HalfEdges halves,
        int[] faceOfHalf,
        int[] faceOfCycle,
        int[][] owners,
        double[] lengths,
        double[] areas) {

    static Subdivision of(NodedBorders borders) {
        HalfEdges halves = new HalfEdges(borders);
        FaceNesting nesting = new FaceNesting(borders, halves);
        int[] faceOfCycle = nesting.faceOfCycle();
        int[] faceOfHalf = new int[halves.count()];
        for (int half = 0; half < faceOfHalf.length; half++) {
            faceOfHalf[half] = faceOfCycle[halves.cycle(half)];
        }
        int[][] owners = FaceOwners.of(borders.pieces(), faceOfHalf, nesting.faces());
        double[] areas = areas(borders, halves, faceOfCycle, nesting.faces());
        return new Subdivision(borders, halves, faceOfHalf, faceOfCycle, owners, lengths(borders), areas);
    }

    private static double[] lengths(NodedBorders borders) {
        double[] lengths = new double[borders.pieces().count()];
        for (int piece = 0; piece < lengths.length; piece++) {
            int from = borders.pieces().from()[piece];
            int to = borders.pieces().to()[piece];
            lengths[piece] =
                    GroundFrame.metersBetween(borders.x()[from], borders.y()[from], borders.x()[to], borders.y()[to]);
        }
        return lengths;
    }

    private static double[] areas(NodedBorders borders, HalfEdges halves, int[] faceOfCycle, int faces) {
        double[] areas = new double[faces];
        for (int cycle = 0; cycle < faceOfCycle.length; cycle++) {
            int half = halves.firstOfCycle(cycle);
            int node = halves.origin(half);
            GroundArea ground = new GroundArea(borders.y()[node]);
            do {
                int to = halves.origin(half ^ 1);
                ground.add(borders.x()[node], borders.y()[node], borders.x()[to], borders.y()[to]);
                half = halves.next(half);
                node = to;
            } while (half != halves.firstOfCycle(cycle));
            areas[faceOfCycle[cycle]] += ground.squareMeters();
        }
        return areas;
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

    /** Metres of border round each face. */
    double[] borderMeters() {
        double[] meters = new double[faces()];
        for (int half = 0; half < faceOfHalf.length; half++) {
            meters[faceOfHalf[half]] += lengths[half >> 1];
        }
        return meters;
    }
}
