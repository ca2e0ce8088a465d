package org.gridward.geometry;

import java.util.Arrays;

/** Collects runs of grids along edges, from which an {@link EdgeSet} is made. */
final class EdgeRows {

    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] support = new int[1024];
    private int[] grid = new int[1024];
    private int count;

    void add(int a, int b, int line, int owner) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            support = Arrays.copyOf(support, count * 2);
            grid = Arrays.copyOf(grid, count * 2);
        }
        from[count] = a;
        to[count] = b;
        support[count] = line;
        grid[count++] = owner;
    }

    /** Renumbers the ends so that each row runs from the lower number to the higher. */
    void renumber(int[] rank) {
        for (int i = 0; i < count; i++) {
            int a = rank[from[i]];
            int b = rank[to[i]];
            from[i] = Math.min(a, b);
            to[i] = Math.max(a, b);
        }
    }

    /** One edge for all rows with the same ends. */
    EdgeSet toSet(int nodes) {
        return EdgeSet.of(nodes, trim(from), trim(to), trim(support), trim(grid));
    }

    /** The same where each edge is the support of itself. */
    EdgeSet toSupports(int nodes) {
        return EdgeSet.of(nodes, trim(from), trim(to), null, trim(grid));
    }

    private int[] trim(int[] items) {
        return Arrays.copyOf(items, count);
    }
}
