package org.gridward.geometry;

/**
 * The 8 by 8 blocks of a cell: for each whether an edge comes near it and, if none does, on which side it lies whole.
 * So most points in cells that a border crosses are answered by two bits.
 *
 * <p>Written as four ints: (near, side) of the lower four rows of blocks, (near, side) of the upper four. A block is
 * near an edge if some point of it lies within {@link #REACH} units of it, more than {@link CellReader#GUARD} can
 * reach. What is not near holds no edge, so one point of it decides for all, and for all such
 * blocks that hang together with it.
 */
final class CellBlocks {

    static final int MASKS = 4;

    private static final int PER_AXIS = 8;
    private static final int BITS = CellFrame.BITS - 3;
    private static final int SIZE = 1 << BITS;
    private static final int REACH = 8;
    private static final long FIRST_COLUMN = 0x0101010101010101L;
    private static final long LAST_COLUMN = FIRST_COLUMN << PER_AXIS - 1;

    private CellBlocks() {}

    /** The number of the block of a point given in units. */
    static int of(int x, int y) {
        return (y >>> BITS & PER_AXIS - 1) << 3 | x >>> BITS & PER_AXIS - 1;
    }

    /** Writes the masks of a PAIR into its head; its vertices stand in the blob already. */
    static void write(int[] blob, int first, int end, int[] heads, int at) {
        long near = near(blob, first, end);
        long side = sides(blob, first, end, ~near);
        heads[at] = (int) near;
        heads[at + 1] = (int) side;
        heads[at + 2] = (int) (near >>> 32);
        heads[at + 3] = (int) (side >>> 32);
    }

    /** The free blocks on the other side than the corner. Blocks that hang together lie on one side: one point decides. */
    private static long sides(int[] blob, int first, int end, long free) {
        long other = 0;
        for (long left = free; left != 0; ) {
            long part = left & -left;
            int block = Long.numberOfTrailingZeros(part);
            for (long before = 0; before != part; ) {
                before = part;
                long beside = (part & ~LAST_COLUMN) << 1 | (part & ~FIRST_COLUMN) >>> 1;
                part |= (beside | part << PER_AXIS | part >>> PER_AXIS) & left;
            }
            int x = CellFrame.MARGIN + block % PER_AXIS * SIZE + SIZE / 2;
            int y = CellFrame.MARGIN + block / PER_AXIS * SIZE + SIZE / 2;
            other |= CellReader.crossed(blob, first, end - first, x, y) == 0 ? 0 : part;
            left &= ~part;
        }
        return other;
    }

    private static long near(int[] blob, int first, int end) {
        long near = 0;
        for (int i = first + 1; i < end; i++) {
            if ((blob[i] & CellEncoder.LIFTED) == 0) {
                near |= near(
                        (blob[i - 1] & 0x7fff) - CellFrame.MARGIN,
                        (blob[i - 1] >>> 16) - CellFrame.MARGIN,
                        (blob[i] & 0x7fff) - CellFrame.MARGIN,
                        (blob[i] >>> 16) - CellFrame.MARGIN);
            }
        }
        return near;
    }

    /** The blocks near one edge, row by row: those from its least to its greatest x between two lines around the row. */
    private static long near(int x1, int y1, int x2, int y2) {
        boolean up = y1 <= y2;
        int xa = up ? x1 : x2;
        int ya = up ? y1 : y2;
        int xb = up ? x2 : x1;
        int yb = up ? y2 : y1;
        int top = Math.min(PER_AXIS - 1, yb + REACH >> BITS);
        double slope = ya == yb ? 0 : (double) (xb - xa) / (yb - ya);
        long near = 0;
        for (int row = Math.max(0, ya - REACH >> BITS); row <= top; row++) {
            int low = Math.max(ya, (row << BITS) - REACH);
            int high = Math.min(yb, (row + 1 << BITS) + REACH);
            double from = xa + (low - ya) * slope;
            double to = high == yb ? xb : xa + (high - ya) * slope;
            int left = Math.max(0, (int) Math.floor(Math.min(from, to)) - REACH >> BITS);
            int right = Math.min(PER_AXIS - 1, (int) Math.ceil(Math.max(from, to)) + REACH >> BITS);
            if (left <= right) {
                near |= (2L << right) - (1L << left) << row * PER_AXIS;
            }
        }
        return near;
    }
}
