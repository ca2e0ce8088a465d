package org.gridward.geometry;

import java.util.Arrays;

/**
 * Walks the base line of one row from west to east and knows which polygons hold each cell's lower left corner.
 *
 * <p>Sums of values tell nobody and one polygon apart from several (count in the high half, sum of numbers in the low).
 * Only where there are several is the set itself followed.
 */
final class RowSweep {

    private final CellPieces pieces;
    private final int polygons;

    /** What changes in each column of the window. */
    private final long[] changes;

    private int row;
    private CellSet first;
    private long value;
    private long[] sorted;
    private int taken;
    private CellSet set;

    RowSweep(CellPieces pieces, int polygons) {
        this.pieces = pieces;
        this.polygons = polygons;
        this.changes = new long[pieces.lastColumn - pieces.firstColumn + 1];
    }

    /** Begins a row whose first corner is held by these. */
    void begin(int newRow, CellSet holders) {
        row = newRow;
        first = holders;
        sorted = null;
        value = 0;
        for (int polygon : holders.members()) {
            value += value(polygon);
        }
        Arrays.fill(changes, 0);
        for (int at = head(); at != 0; at = pieces.crossings[CellPieces.CROSSING * at]) {
            int arc = pieces.crossings[CellPieces.CROSSING * at + 2];
            int known = arc < 0 ? ~arc : arc;
            long step = value(pieces.right[known]) - value(pieces.left[known]);
            changes[pieces.crossings[CellPieces.CROSSING * at + 1] - pieces.firstColumn] += arc < 0 ? -step : step;
        }
    }

    private int head() {
        return pieces.rowHeads[row - pieces.firstRow];
    }

    private static long value(int polygon) {
        return polygon == GridLocator.NONE ? 0 : 1L << 32 | polygon;
    }

    void step(int column) {
        value += changes[column - pieces.firstColumn];
    }

    /** NONE or the one polygon that holds the corner; UNSURE where there are several. */
    int one() {
        long polygon = value - (1L << 32);
        return value == 0 ? GridLocator.NONE : polygon >= 0 && polygon < polygons ? (int) polygon : CellReader.UNSURE;
    }

    /** Those that hold the corner of a column; columns must be asked from west to east. */
    int[] all(int column) {
        if (sorted == null) {
            sort();
        }
        while (taken < sorted.length && sorted[taken] >>> 32 <= column) {
            int arc = (int) sorted[taken++];
            set = set.toggled(pieces.left[arc]).toggled(pieces.right[arc]);
        }
        return set.members();
    }

    private void sort() {
        int count = 0;
        for (int at = head(); at != 0; at = pieces.crossings[CellPieces.CROSSING * at]) {
            count++;
        }
        sorted = new long[count];
        for (int at = head(); at != 0; at = pieces.crossings[CellPieces.CROSSING * at]) {
            int arc = pieces.crossings[CellPieces.CROSSING * at + 2];
            long column = pieces.crossings[CellPieces.CROSSING * at + 1];
            sorted[--count] = column << 32 | (arc < 0 ? ~arc : arc);
        }
        Arrays.sort(sorted);
        taken = 0;
        set = first;
    }
}
