package org.gridward.geometry;

import java.util.Arrays;

/**
 * Where edges meet other than at their own ends: each cut is a place in the interior of one edge, named by the vertex
 * that lies there or by the crossing of two edges. Found with exact signs alone, so nothing is missed or invented.
 *
 * <p>Work is bounded: over {@link #MAX_CROSSINGS} crossings, {@link #MAX_CUTS} cuts or {@link #MAX_PAIRS} pairs of edges
 * side by side the search ends with {@link TooTangledException}.
 */
final class EdgeCuts implements EdgeTree.PairVisitor {

    static final int MAX_CROSSINGS = 1_000_000;
    static final long MAX_PAIRS = 1_000_000_000L;

    /** Cuts, each counted for every grid that runs along the edge. */
    static final long MAX_CUTS = 8_000_000;

    private final double[] x;
    private final double[] y;
    private final EdgeSet edges;
    private long pairs;
    private long cutsOfGrids;
    private int[] cutEdge = new int[64];
    private int[] cutNode = new int[64];
    private int cuts;
    private int[] first = new int[16];
    private int[] second = new int[16];
    private int crossings;

    private EdgeCuts(BorderEdges borders) {
        this.x = borders.x();
        this.y = borders.y();
        this.edges = borders.edges();
    }

    static EdgeCuts find(BorderEdges borders, EdgeTree tree) {
        EdgeCuts found = new EdgeCuts(borders);
        tree.pairs(found);
        return found;
    }

    /** The edge of each cut. */
    int[] cutEdge() {
        return Arrays.copyOf(cutEdge, cuts);
    }

    /** The vertex of each cut, or the number of vertices plus the number of the crossing. */
    int[] cutNode() {
        return Arrays.copyOf(cutNode, cuts);
    }

    /** One of the edges of each crossing. */
    int[] first() {
        return Arrays.copyOf(first, crossings);
    }

    /** The other. */
    int[] second() {
        return Arrays.copyOf(second, crossings);
    }

    @Override
    public void pair(int e, int f) {
        int a = edges.from()[e];
        int b = edges.to()[e];
        int c = edges.from()[f];
        int d = edges.to()[f];
        // ends ascend by x, so these are the sides of the boxes
        if (x[a] > x[d]
                || x[c] > x[b]
                || Math.min(y[a], y[b]) > Math.max(y[c], y[d])
                || Math.min(y[c], y[d]) > Math.max(y[a], y[b])) {
            return;
        }
        if (++pairs > MAX_PAIRS) {
            throw new TooTangledException(
                    "more than %,d pairs of edges lie side by side; simplify the borders".formatted(MAX_PAIRS));
        }
        if (a == c || b == d) {
            shared(e, f);
        } else if (a != d && b != c) {
            apart(e, f);
        }
    }

    /** Edges that begin (or end) at one vertex touch elsewhere only if one runs along the other. */
    private void shared(int e, int f) {
        int a = edges.from()[e];
        int b = edges.to()[e];
        int c = edges.from()[f];
        int d = edges.to()[f];
        if (a == c && side(e, d) == 0) {
            cut(b < d ? f : e, Math.min(b, d));
        } else if (b == d && side(e, c) == 0) {
            cut(a < c ? e : f, Math.max(a, c));
        }
    }

    private void apart(int e, int f) {
        int a = edges.from()[e];
        int b = edges.to()[e];
        int c = edges.from()[f];
        int d = edges.to()[f];
        int ofC = side(e, c);
        int ofD = side(e, d);
        if (ofC * ofD > 0) {
            return;
        }
        if (ofC == 0 && ofD == 0) {
            along(e, c);
            along(e, d);
            along(f, a);
            along(f, b);
            return;
        }
        int ofA = side(f, a);
        int ofB = side(f, b);
        if (ofA * ofB > 0) {
            return;
        }
        if (ofC == 0) {
            cut(e, c);
        } else if (ofD == 0) {
            cut(e, d);
        } else if (ofA == 0) {
            cut(f, a);
        } else if (ofB == 0) {
            cut(f, b);
        } else {
            crossing(e, f);
        }
    }

    private int side(int edge, int vertex) {
        int a = edges.from()[edge];
        int b = edges.to()[edge];
        return ExactSign.orientation(x[a], y[a], x[b], y[b], x[vertex], y[vertex]);
    }

    /** Cuts at a vertex on the line of an edge if it lies between its ends: numbers ascend along every line. */
    private void along(int edge, int vertex) {
        if (edges.from()[edge] < vertex && vertex < edges.to()[edge]) {
            cut(edge, vertex);
        }
    }

    private void crossing(int e, int f) {
        if (crossings == MAX_CROSSINGS) {
            int a = edges.from()[e];
            throw new TooTangledException("borders cross more than %,d times, last near %s, %s; simplify them"
                    .formatted(MAX_CROSSINGS, x[a], y[a]));
        }
        if (crossings == first.length) {
            first = Arrays.copyOf(first, crossings * 2);
            second = Arrays.copyOf(second, crossings * 2);
        }
        first[crossings] = e;
        second[crossings] = f;
        int node = x.length + crossings++;
        cut(e, node);
        cut(f, node);
    }

    private void cut(int edge, int node) {
        cutsOfGrids += edges.useStart()[edge + 1] - edges.useStart()[edge];
        if (cutsOfGrids > MAX_CUTS) {
            throw new TooTangledException("borders touch more than %,d times, last near %s, %s; simplify them"
                    .formatted(MAX_CUTS, x[edges.from()[edge]], y[edges.from()[edge]]));
        }
        if (cuts == cutEdge.length) {
            cutEdge = Arrays.copyOf(cutEdge, cuts * 2);
            cutNode = Arrays.copyOf(cutNode, cuts * 2);
        }
        cutEdge[cuts] = edge;
        cutNode[cuts++] = node;
    }
}
