package org.gridward.geometry;

/**
 * The borders cut at every place where they meet: pieces that touch nowhere but at their ends.
 *
 * <p>Nodes are the given vertices, by their numbers and with their coordinates untouched, then the crossings. A
 * crossing is known exactly by two of the edges that cross there; only its printed coordinates are rounded, to the
 * nearest doubles.
 *
 * @param lines the given edges
 * @param x longitudes of the nodes
 * @param y latitudes
 * @param first for each crossing (node number less the number of vertices) one edge through it
 * @param second another
 * @param pieces the cut borders; {@code support} names a given edge on whose line the piece lies, in its direction
 * @param tree the boxes of the pieces
 */
record NodedBorders(
        SupportLines lines, double[] x, double[] y, int[] first, int[] second, EdgeSet pieces, EdgeTree tree) {

    static NodedBorders of(BorderEdges borders) {
        EdgeSet edges = borders.edges();
        SupportLines lines = SupportLines.of(borders);
        EdgeTree tree = new EdgeTree(edges.from(), edges.to(), borders.x(), borders.y());
        EdgeCuts cuts = EdgeCuts.find(borders, tree);
        int[] none = new int[0];
        return cuts.cutEdge().length == 0
                ? new NodedBorders(lines, borders.x(), borders.y(), none, none, edges, tree)
                : new EdgeSplitter(lines, edges, cuts).split();
    }

    /** Builds the tree of the pieces too. */
    static NodedBorders over(SupportLines lines, double[] x, double[] y, int[] first, int[] second, EdgeSet pieces) {
        EdgeTree tree = new EdgeTree(pieces.from(), pieces.to(), x, y);
        return new NodedBorders(lines, x, y, first, second, pieces, tree);
    }

    /** The same places with other borders between them. */
    NodedBorders with(EdgeSet otherPieces) {
        return over(lines, x, y, first, second, otherPieces);
    }

    int nodes() {
        return x.length;
    }

    /** True if the node is a crossing: a place no polygon has a vertex at. */
    boolean isCrossing(int node) {
        return node >= lines.x().length;
    }

    /** Compares the true x (or y) of a node with a number. */
    private int compare(int node, double value, boolean upright) {
        double rounded = upright ? y[node] : x[node];
        if (!isCrossing(node)) {
            return Double.compare(rounded, value + 0.0);
        }
        int crossing = node - lines.x().length;
        return lines.compareCrossing(first[crossing], second[crossing], rounded, value, upright);
    }

    /** True if the line straight down from just left of the point's x can meet the piece (or up: height is not asked). */
    boolean spans(int piece, double px) {
        return compare(pieces.from()[piece], px, false) < 0 && compare(pieces.to()[piece], px, false) >= 0;
    }

    /** 1 if the point lies left of the piece, seen in its direction (for one not upright: above), -1 right, 0 in line. */
    int side(int piece, double px, double py) {
        return lines.side(pieces.support()[piece], px, py);
    }

    /** True if the point lies on the piece, ends included. */
    boolean holds(int piece, double px, double py) {
        int support = pieces.support()[piece];
        if (lines.side(support, px, py) != 0) {
            return false;
        }
        boolean upright = lines.isUpright(support);
        double value = upright ? py : px;
        return compare(pieces.from()[piece], value, upright) <= 0 && compare(pieces.to()[piece], value, upright) >= 0;
    }

    /** True if a node is exactly this point. */
    boolean isAt(int node, double px, double py) {
        return compare(node, px, false) == 0 && compare(node, py, true) == 0;
    }

    /** Compares two half-edges that leave one node by their angle: right first, then counter-clockwise. */
    int compareAngle(int one, int other) {
        int half = (one & 1) - (other & 1);
        return half != 0 ? half : -lines.turn(pieces.support()[one >> 1], pieces.support()[other >> 1]);
    }
}
