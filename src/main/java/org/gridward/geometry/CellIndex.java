package org.gridward.geometry;

/**
 * For each cell of a lattice, what is known about the points in it.
 *
 * <p>{@code cells[c]} is 0 where no polygon reaches, k + 1 where polygon k alone holds the whole cell, and otherwise
 * {@code ~offset} into {@code lists}: a count, then that many entries {@code index << 1 | inside}, ascending. An entry
 * with {@code inside} set holds the whole cell; the others need the exact test.
 */
record CellIndex(CellFrame frame, int[] cells, int[] lists) {

    static int entry(int index, boolean inside) {
        return index << 1 | (inside ? 1 : 0);
    }

    static int indexOf(int entry) {
        return entry >> 1;
    }

    static boolean isInside(int entry) {
        return (entry & 1) != 0;
    }
}
