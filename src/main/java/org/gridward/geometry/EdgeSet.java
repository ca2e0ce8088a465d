package org.gridward.geometry;

import java.util.Arrays;

/**
 * Edges between numbered nodes, each once, with the grids whose border it is. Flat and immutable.
 *
 * <p>To cross an edge is to enter or leave each of its grids. A grid that runs along an edge an even number of times
 * does not change there, so it is not among them; an edge of no grid is left out. Edges are ordered by their nodes.
 *
 * @param from one node of each edge; where nodes are vertices the lower by x, then y
 * @param to the other node
 * @param support the given edge on whose line this one lies
 * @param useStart where the grids of each edge begin in {@code uses}, and one more place for the end
 * @param uses grids, ascending for each edge
 */
record EdgeSet(int[] from, int[] to, int[] support, int[] useStart, int[] uses) {

    int count() {
        return from.length;
    }

    /**
     * Makes a set of rows, one for each run of a grid along an edge.
     *
     * @param support the line of each row, or null if each edge of the result is its own
     */
    static EdgeSet of(int nodes, int[] from, int[] to, int[] support, int[] grid) {
        int[] order = counted(nodes, from, counted(nodes, to, null));
        int rows = order.length;
        int[] edgeFrom = new int[rows];
        int[] edgeTo = new int[rows];
        int[] edgeSupport = new int[rows];
        int[] start = new int[rows + 1];
        int[] uses = new int[rows];
        int edges = 0;
        int used = 0;
        int end;
        for (int row = 0; row < rows; row = end) {
            int first = order[row];
            end = row + 1;
            while (end < rows && from[order[end]] == from[first] && to[order[end]] == to[first]) {
                end++;
            }
            used = odd(order, row, end, grid, uses, used);
            if (used > start[edges]) {
                edgeFrom[edges] = from[first];
                edgeTo[edges] = to[first];
                edgeSupport[edges] = support == null ? edges : support[first];
                start[++edges] = used;
            }
        }
        return new EdgeSet(
                Arrays.copyOf(edgeFrom, edges),
                Arrays.copyOf(edgeTo, edges),
                Arrays.copyOf(edgeSupport, edges),
                Arrays.copyOf(start, edges + 1),
                Arrays.copyOf(uses, used));
    }

    /** Appends the grids that stand in the rows an odd number of times; returns the new end of {@code uses}. */
    private static int odd(int[] order, int row, int end, int[] grid, int[] uses, int used) {
        int start = used;
        int[] grids = new int[end - row];
        for (int i = row; i < end; i++) {
            grids[i - row] = grid[order[i]];
        }
        Arrays.sort(grids);
        for (int one : grids) {
            if (used > start && uses[used - 1] == one) {
                used--;
            } else {
                uses[used++] = one;
            }
        }
        return used;
    }

    /** The rows by ascending key, stably: sorted so far as {@code before} says. */
    private static int[] counted(int keys, int[] key, int[] before) {
        int[] place = new int[keys + 1];
        for (int k : key) {
            place[k + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            place[k + 1] += place[k];
        }
        int[] order = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int row = before == null ? i : before[i];
            order[place[key[row]]++] = row;
        }
        return order;
    }
}
