package org.gridward.geometry;

import java.util.Arrays;

/**
 * Finds the edges that two polygons share: the same two vertices, run through in opposite directions.
 *
 * <p>Each shared edge is kept once, with the polygon on its other side. Edges that nobody shares stay as they are, so
 * T-junctions, gaps, overlaps and identical polygons need no care. Cost: one hash step an edge, less along a chain of
 * shared edges.
 */
final class EdgePairs {

    /** The edge is not shared: nobody lies on its right. */
    static final int NOBODY = -1;

    /** The vertex begins no edge that counts: it ends its ring, or its edge is kept in the other polygon. */
    static final int SKIP = -2;

    /** So many identical edges in one heap are enough; those beyond are left unmatched, which costs only speed. */
    private static final int MAX_STEPS = 64;

    private final double[] xy;
    private final int[] other;
    private final int[] table;
    private final int mask;

    private EdgePairs(double[] xy, int from, int to) {
        this.xy = xy;
        this.other = new int[to];
        Arrays.fill(other, SKIP);
        int size = Integer.highestOneBit(Math.max(8, (to - from) * 3 / 2)) << 1;
        this.table = new int[size];
        this.mask = size - 1;
    }

    /**
     * Matches the edges of outlines that share one array and follow each other in it.
     *
     * @param owners for each outline the number of its polygon
     * @return for each vertex, as the start of an edge whose own polygon lies left of it, the polygon on the right
     */
    static int[] match(Outline[] outlines, int[] owners) {
        if (outlines.length == 0) {
            return new int[0];
        }
        int from = outlines[0].from();
        int to = outlines[outlines.length - 1].to();
        EdgePairs pairs = new EdgePairs(outlines[0].xy, from, to);
        for (int i = 0; i < outlines.length; i++) {
            int[] starts = outlines[i].starts;
            for (int ring = 0; ring + 1 < starts.length; ring++) {
                pairs.ring(starts[ring], starts[ring + 1] - 1, owners[i]);
            }
        }
        return pairs.other;
    }

    private void ring(int from, int end, int owner) {
        int twin = -1;
        for (int i = from; i < end; i++) {
            twin = twin > 0 && isTwin(twin - 1, i) ? twin - 1 : find(i);
            if (twin >= 0) {
                other[twin] = owner;
            } else {
                other[i] = NOBODY;
            }
        }
    }

    /** True if edge {@code kept} is there, not taken yet, and the reverse of edge i. */
    private boolean isTwin(int kept, int i) {
        return other[kept] == NOBODY
                && xy[2 * kept] == xy[2 * i + 2]
                && xy[2 * kept + 1] == xy[2 * i + 3]
                && xy[2 * kept + 2] == xy[2 * i]
                && xy[2 * kept + 3] == xy[2 * i + 1];
    }

    /** The twin of an edge, or -1 after the edge itself was entered. Places hold the number of an edge plus one. */
    private int find(int i) {
        long hash = mix(xy[2 * i], xy[2 * i + 1]) + mix(xy[2 * i + 2], xy[2 * i + 3]);
        int place = (int) (hash >>> 32) & mask;
        for (int step = 0; table[place] != 0; step++) {
            if (step == MAX_STEPS) {
                return -1;
            }
            if (isTwin(table[place] - 1, i)) {
                return table[place] - 1;
            }
            place = (place + 1) & mask;
        }
        table[place] = i + 1;
        return -1;
    }

    private static long mix(double x, double y) {
        long bits = Double.doubleToRawLongBits(x) * 0x9e3779b97f4a7c15L + Double.doubleToRawLongBits(y);
        bits = (bits ^ bits >>> 32) * 0xd6e8feb86659fd93L;
        return bits ^ bits >>> 29;
    }
}
