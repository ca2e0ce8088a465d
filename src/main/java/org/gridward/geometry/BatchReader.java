package org.gridward.geometry;

import java.util.Arrays;

/**
 * Locates many points block by block in loops that each do one thing: place the points, read their cells, list those in
 * cells with records, read the blocks of their records, then the edges. So the processor waits for many reads of memory at once instead of
 * one after the other. Not for use by several threads.
 */
final class BatchReader {

    private static final int BLOCK = 1024;

    private final CellGridLocator locator;
    private final int[] x = new int[BLOCK];
    private final int[] y = new int[BLOCK];
    private final int[] cell = new int[BLOCK];
    private final int[] listed = new int[BLOCK];

    /** Only there so that the touching of records has an effect. */
    private int touched;

    BatchReader(CellGridLocator locator) {
        this.locator = locator;
    }

    void locate(double[] lonLat, int[] out, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            locator.table.frame().place(lonLat, start, count, x, y, cell);
            int open = cells(locator.table.cells(), out, start, count);
            open = blocks(locator.table.heads(), out, start, open);
            touched += touch(locator.table, out, start, open);
            records(lonLat, out, start, open);
            if (!locator.codes.isInOrder()) {
                rank(out, start, count);
            }
        }
    }

    /** Writes the value of each point's cell and lists the points whose cell has a record. */
    private int cells(int[] cells, int[] out, int start, int count) {
        int open = 0;
        for (int i = 0; i < count; i++) {
            int value = cells[cell[i]];
            out[start + i] = value;
            listed[open] = i;
            open += value + 1 >>> 31;
        }
        return open;
    }

    /** Reads what the listed points will need, so that they need not wait for it one after the other. */
    private int touch(CellTable table, int[] out, int start, int open) {
        int[] heads = table.heads();
        int[] blob = table.blob();
        int sum = 0;
        for (int i = 0; i < open; i++) {
            int value = out[start + listed[i]];
            int at = CellTable.offset(value);
            sum += blob[CellTable.kind(value) == CellTable.PAIR ? heads[at + CellTable.VERTICES] : at];
        }
        return sum;
    }

    /** Answers the listed points of PAIRs that their blocks decide, and lists the others anew. */
    private int blocks(int[] heads, int[] out, int start, int open) {
        int left = 0;
        for (int i = 0; i < open; i++) {
            int k = listed[i];
            int value = out[start + k];
            listed[left] = k;
            if (CellTable.kind(value) != CellTable.PAIR) {
                left++;
                continue;
            }
            int at = CellTable.offset(value);
            int block = CellBlocks.of(x[k], y[k]);
            int masks = at + CellTable.MASKS + (block >>> 5 << 1);
            int near = heads[masks] >>> block & 1;
            int other = -(heads[masks + 1] >>> block & 1);
            int side = CellTable.side(heads[at]);
            int answer = side ^ (side ^ heads[at + 1]) & other;
            out[start + k] = answer ^ (answer ^ value) & -near;
            left += near;
        }
        return left;
    }

    private void records(double[] lonLat, int[] out, int start, int open) {
        for (int i = 0; i < open; i++) {
            int k = listed[i];
            int point = start + k;
            out[point] = locator.byEdges(out[point], x[k], y[k], lonLat[2 * point], lonLat[2 * point + 1]);
        }
    }

    /** The points whose cell has another value in the second of two tables of one frame; ascending. */
    static int[] pointsInOtherCells(CellTable one, CellTable other, double[] lonLat) {
        int[] x = new int[BLOCK];
        int[] y = new int[BLOCK];
        int[] cell = new int[BLOCK];
        int[] found = new int[BLOCK];
        int count = 0;
        for (int start = 0; start < lonLat.length / 2; start += BLOCK) {
            int size = Math.min(BLOCK, lonLat.length / 2 - start);
            one.frame().place(lonLat, start, size, x, y, cell);
            found = found.length - count < BLOCK ? Arrays.copyOf(found, 2 * found.length) : found;
            for (int i = 0; i < size; i++) {
                found[count] = start + i;
                count += one.cells()[cell[i]] == other.cells()[cell[i]] ? 0 : 1;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void rank(int[] out, int start, int count) {
        for (int i = start; i < start + count; i++) {
            out[i] = locator.codes.rank(out[i]);
        }
    }
}
