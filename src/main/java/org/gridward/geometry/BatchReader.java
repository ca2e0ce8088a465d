package org.gridward.geometry;

import java.util.Arrays;

/**
 * Locates many points block by block in loops that each do one thing: place the points, read their cells, list those in
 * cells with records, read the blocks of their records, then the edges. So the processor waits for many reads of memory
 * at once instead of one after the other. Many points in no order are first sorted into {@link PointBands}. Not for use
 * by several threads.
 */
final class BatchReader {

    private static final int BLOCK = 1024;

    private final CellGridLocator locator;
    private final CellTable table;
    private final int[] x = new int[BLOCK];
    private final int[] y = new int[BLOCK];
    private final int[] cell = new int[BLOCK];
    private final int[] value = new int[BLOCK];
    private final int[] point = new int[BLOCK];
    private final int[] listed = new int[BLOCK];

    /** Only there so that the touching of records has an effect. */
    private int touched;

    BatchReader(CellGridLocator locator) {
        this.locator = locator;
        this.table = locator.table;
    }

    void locate(double[] lonLat, int[] out, int from, int to) {
        PointBands bands = PointBands.worthwhile(table, lonLat, from, to) ? new PointBands(table.frame()) : null;
        BandReader stream = new BandReader(table);
        for (int start = from; bands != null && start < to; start += PointBands.MOST) {
            int count = Math.min(PointBands.MOST, to - start);
            bands.sort(lonLat, start, count);
            int read = 0;
            for (int at = 0; at < count; at += BLOCK) {
                int size = Math.min(BLOCK, count - at);
                for (; read <= bands.firstRow(at + size - 1); read += bands.rows()) {
                    stream.read(read, bands.rows());
                }
                bands.take(at, size, x, y, cell, point);
                block(lonLat, size);
                for (int i = 0; i < size; i++) {
                    out[point[i]] = value[i];
                }
            }
        }
        for (int start = from; bands == null && start < to; start += BLOCK) {
            int size = Math.min(BLOCK, to - start);
            table.frame().place(lonLat, start, size, x, y, cell);
            for (int i = 0; i < size; i++) {
                point[i] = start + i;
            }
            block(lonLat, size);
            System.arraycopy(value, 0, out, start, size);
        }
    }

    /** Finds the values of the points at hand. */
    private void block(double[] lonLat, int size) {
        int open = cells(table.cells(), size);
        open = blocks(table.heads(), open);
        touched += touch(table.heads(), table.blob(), open);
        records(lonLat, open);
        if (!locator.codes.isInOrder()) {
            for (int i = 0; i < size; i++) {
                value[i] = locator.codes.rank(value[i]);
            }
        }
    }

    /** Reads the value of each point's cell and lists the points whose cell has a record. */
    private int cells(int[] cells, int size) {
        int open = 0;
        for (int i = 0; i < size; i++) {
            int found = cells[cell[i]];
            value[i] = found;
            listed[open] = i;
            open += found + 1 >>> 31;
        }
        return open;
    }

    /** Answers the listed points of PAIRs that their blocks decide, and lists the others anew. */
    private int blocks(int[] heads, int open) {
        int left = 0;
        for (int i = 0; i < open; i++) {
            int k = listed[i];
            int found = value[k];
            listed[left] = k;
            if (CellTable.kind(found) != CellTable.PAIR) {
                left++;
                continue;
            }
            int at = CellTable.offset(found);
            int block = CellBlocks.of(x[k], y[k]);
            int masks = at + CellTable.MASKS + (block >>> 5 << 1);
            int near = heads[masks] >>> block & 1;
            int other = -(heads[masks + 1] >>> block & 1);
            int side = CellTable.side(heads[at]);
            int answer = side ^ (side ^ heads[at + 1]) & other;
            value[k] = answer ^ (answer ^ found) & -near;
            left += near;
        }
        return left;
    }

    /** Reads what the listed points will need, so that they need not wait for it one after the other. */
    private int touch(int[] heads, int[] blob, int open) {
        int sum = 0;
        for (int i = 0; i < open; i++) {
            int found = value[listed[i]];
            int at = CellTable.offset(found);
            sum += blob[CellTable.kind(found) == CellTable.PAIR ? heads[at + CellTable.VERTICES] : at];
        }
        return sum;
    }

    private void records(double[] lonLat, int open) {
        for (int i = 0; i < open; i++) {
            int k = listed[i];
            int found = locator.byEdges(value[k], x[k], y[k]);
            value[k] = found != CellReader.UNSURE
                    ? found
                    : locator.exactly(value[k], lonLat[2 * point[k]], lonLat[2 * point[k] + 1]);
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
}
