package org.gridward.geometry;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The boxes of many edges in a packed tree: in the order of a Hilbert curve, eight to a node, in flat arrays.
 *
 * <p>Boxes are a few units in the last place too large, so that the rounded ends of an edge may stand for the exact
 * ones. Cost: n log n to build, 4 bytes an edge and 5 for the boxes.
 */
final class EdgeTree {

    private static final int FAN = 8;
    private static final int HILBERT_LEVEL = 16;

    /** Says of a box how soon it should be looked at, lower first, and infinity if never. Asked again as time goes on. */
    interface BoxRank {
        double rank(double west, double south, double east, double north);
    }

    /** Receives each pair of edges whose groups of eight have boxes that meet. */
    interface PairVisitor {
        void pair(int a, int b);
    }

    private final int[] order;
    private final double[][] levels;

    EdgeTree(int[] from, int[] to, double[] x, double[] y) {
        this.order = order(from, to, x, y);
        double[] leaves = new double[(order.length + FAN - 1) / FAN * 4];
        for (int i = 0; i < order.length; i++) {
            int a = from[order[i]];
            int b = to[order[i]];
            extend(leaves, i, Math.min(x[a], x[b]), Math.min(y[a], y[b]), Math.max(x[a], x[b]), Math.max(y[a], y[b]));
        }
        for (int i = 0; i < leaves.length; i++) {
            double slack = 4 * Math.ulp(leaves[i]);
            leaves[i] += (i & 2) == 0 ? -slack : slack;
        }
        this.levels = levels(leaves);
    }

    private static double[][] levels(double[] leaves) {
        double[][] levels = {leaves};
        while (levels[levels.length - 1].length > 4) {
            double[] below = levels[levels.length - 1];
            double[] above = new double[(below.length / 4 + FAN - 1) / FAN * 4];
            for (int i = 0; i < below.length / 4; i++) {
                extend(above, i, below[i * 4], below[i * 4 + 1], below[i * 4 + 2], below[i * 4 + 3]);
            }
            levels = Arrays.copyOf(levels, levels.length + 1);
            levels[levels.length - 1] = above;
        }
        return levels;
    }

    private static void extend(double[] boxes, int item, double west, double south, double east, double north) {
        int at = item / FAN * 4;
        boolean first = item % FAN == 0;
        boxes[at] = first ? west : Math.min(boxes[at], west);
        boxes[at + 1] = first ? south : Math.min(boxes[at + 1], south);
        boxes[at + 2] = first ? east : Math.max(boxes[at + 2], east);
        boxes[at + 3] = first ? north : Math.max(boxes[at + 3], north);
    }

    private static int[] order(int[] from, int[] to, double[] x, double[] y) {
        Envelope all = new Envelope();
        for (int i = 0; i < from.length; i++) {
            all.expandToInclude((x[from[i]] + x[to[i]]) / 2, (y[from[i]] + y[to[i]]) / 2);
        }
        double side = (1 << HILBERT_LEVEL) - 1;
        double scaleX = side / Math.max(all.getWidth(), 1e-300);
        double scaleY = side / Math.max(all.getHeight(), 1e-300);
        long[] keys = new long[from.length];
        for (int i = 0; i < keys.length; i++) {
            int column = (int) (((x[from[i]] + x[to[i]]) / 2 - all.getMinX()) * scaleX);
            int row = (int) (((y[from[i]] + y[to[i]]) / 2 - all.getMinY()) * scaleY);
            keys[i] = Integer.toUnsignedLong(HilbertCode.encode(HILBERT_LEVEL, column, row)) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & Integer.MAX_VALUE);
        }
        return order;
    }

    /** Shows the edges of every group of eight that has a finite rank when its turn comes, about in order of rank. */
    void search(BoxRank rank, IntConsumer edges) {
        if (order.length > 0) {
            search(levels.length - 1, 0, rank, edges);
        }
    }

    private void search(int level, int node, BoxRank rank, IntConsumer edges) {
        int end = Math.min((node + 1) * FAN, level == 0 ? order.length : levels[level - 1].length / 4);
        if (level == 0) {
            for (int child = node * FAN; child < end; child++) {
                edges.accept(order[child]);
            }
            return;
        }
        double[] ranks = new double[FAN];
        int left = end - node * FAN;
        for (int i = 0; i < left; i++) {
            ranks[i] = rank(level - 1, node * FAN + i, rank);
        }
        for (int turn = 0; turn < left; turn++) {
            int best = 0;
            for (int i = 1; i < left; i++) {
                best = ranks[i] < ranks[best] ? i : best;
            }
            if (ranks[best] == Double.POSITIVE_INFINITY) {
                return;
            }
            ranks[best] = Double.POSITIVE_INFINITY;
            if (turn == 0 || rank(level - 1, node * FAN + best, rank) < Double.POSITIVE_INFINITY) {
                search(level - 1, node * FAN + best, rank, edges);
            }
        }
    }

    private double rank(int level, int node, BoxRank rank) {
        double[] boxes = levels[level];
        int at = node * 4;
        return rank.rank(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
    }

    /** Shows every pair of edges that may touch, once. */
    void pairs(PairVisitor visitor) {
        if (order.length > 0) {
            pairs(levels.length - 1, 0, 0, visitor);
        }
    }

    private void pairs(int level, int a, int b, PairVisitor visitor) {
        if (a != b && !meet(levels[level], a * 4, b * 4)) {
            return;
        }
        int below = level == 0 ? order.length : levels[level - 1].length / 4;
        int endA = Math.min((a + 1) * FAN, below);
        int endB = Math.min((b + 1) * FAN, below);
        for (int i = a * FAN; i < endA; i++) {
            for (int k = a == b ? (level == 0 ? i + 1 : i) : b * FAN; k < endB; k++) {
                if (level == 0) {
                    visitor.pair(order[i], order[k]);
                } else {
                    pairs(level - 1, i, k, visitor);
                }
            }
        }
    }

    private static boolean meet(double[] boxes, int a, int b) {
        return boxes[a] <= boxes[b + 2]
                && boxes[b] <= boxes[a + 2]
                && boxes[a + 1] <= boxes[b + 3]
                && boxes[b + 1] <= boxes[a + 3];
    }
}
