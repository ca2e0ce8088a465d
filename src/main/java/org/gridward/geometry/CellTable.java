package org.gridward.geometry;

/**
 * For each cell of a frame, what is known about its points. Immutable once built; read by {@link CellReader}.
 *
 * <p>{@code cells[c]} is the number of the one polygon that holds the whole cell, or NONE; below NONE it names a record
 * in {@code heads} or {@code blob}: {@code -2 - (offset << 2 | kind)}. Kinds:
 *
 * <ul>
 *   <li>PAIR: all borders in the cell part the same two sides. It stands in {@code heads}, apart from the vertices that
 *       few points need: {@code n << 24 | side at the corner}, {@code other side}, the four masks of its {@link
 *       CellBlocks}, where in {@code blob} its n vertices are.
 *   <li>MANY: at most one polygon holds the corner. {@code n | candidates << 8}, value at the corner, n times (start,
 *       end, step in value), candidates.
 *   <li>LIST: count, then that many {@code polygon << 2 | HOLDS_CORNER | HOLDS_CELL}, by rank.
 * </ul>
 *
 * Of the blob {@code used} ints count; {@code packed} of them were written by the last whole build. A side is 24 bits, all ones for nobody. The value of a set of polygons is the sum of {@code 1 << 24 | polygon}: so a
 * sum of steps says by itself how many polygons hold a point.
 */
record CellTable(CellFrame frame, int[] cells, int[] heads, int[] blob, int used, int packed) {

    static final int PAIR = 0;
    static final int MANY = 1;
    static final int LIST = 2;

    /** Where in the head of a PAIR its masks and the place of its vertices are, and how long it is. */
    static final int MASKS = 2;

    static final int VERTICES = MASKS + CellBlocks.MASKS;
    static final int HEAD = VERTICES + 1;

    static final int HOLDS_CORNER = 2;
    static final int HOLDS_CELL = 1;

    /** Polygons are numbered below this. */
    static final int MAX_POLYGONS = (1 << 24) - 1;

    static int named(int kind, int offset) {
        return -2 - (offset << 2 | kind);
    }

    static int kind(int value) {
        return -2 - value & 3;
    }

    static int offset(int value) {
        return -2 - value >>> 2;
    }

    static int value(int polygon) {
        return polygon == GridLocator.NONE ? 0 : 1 << 24 | polygon;
    }

    static int side(int bits) {
        return bits << 8 >> 8;
    }

    /** The polygons that may hold a point of a cell, in the order of its record; empty for a cell that nobody reaches. */
    int[] candidates(int value) {
        if (value >= GridLocator.NONE) {
            return value == GridLocator.NONE ? new int[0] : new int[] {value};
        }
        int at = offset(value);
        if (kind(value) == PAIR) {
            int base = side(heads[at]);
            int other = heads[at + 1];
            return base == GridLocator.NONE
                    ? new int[] {other}
                    : other == GridLocator.NONE ? new int[] {base} : new int[] {base, other};
        }
        if (kind(value) == MANY) {
            int[] found = new int[blob[at] >>> 8];
            System.arraycopy(blob, at + 2 + 3 * (blob[at] & 0xff), found, 0, found.length);
            return found;
        }
        int[] found = new int[blob[at]];
        for (int i = 0; i < found.length; i++) {
            found[i] = blob[at + 1 + i] >> 2;
        }
        return found;
    }

    /** Those that hold the lower left corner of a cell, a hair outside it. */
    CellSet corner(int value) {
        if (value >= GridLocator.NONE) {
            return CellSet.EMPTY.toggled(value);
        }
        int at = offset(value);
        if (kind(value) == PAIR) {
            return CellSet.EMPTY.toggled(side(heads[at]));
        }
        if (kind(value) == MANY) {
            return CellSet.EMPTY.toggled(blob[at + 1] == 0 ? GridLocator.NONE : blob[at + 1] & 0xffffff);
        }
        CellSet found = CellSet.EMPTY;
        for (int i = at + 1; i <= at + blob[at]; i++) {
            found = (blob[i] & HOLDS_CORNER) != 0 ? found.toggled(blob[i] >> 2) : found;
        }
        return found;
    }

    long bytes() {
        return 4L * cells.length + 4L * heads.length + 4L * blob.length;
    }
}
