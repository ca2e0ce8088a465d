package org.gridward.geometry;

/**
 * Reads what a table knows of a band of rows from end to end, so that it comes into the processor's cache at the pace of
 * streaming, not line by line when points ask for it.
 */
final class BandReader {

    private static final int LINE = 16;

    /** Records that a redraw has put elsewhere make a band's records look farther apart than they are. */
    private static final int LONGEST = 1 << 18;

    private final CellTable table;

    /** Only there so that the reading has an effect. */
    private int read;

    BandReader(CellTable table) {
        this.table = table;
    }

    void read(int firstRow, int rows) {
        int width = table.frame().columns;
        int end = Math.min(firstRow + rows, table.frame().rows) * width;
        int firstHead = Integer.MAX_VALUE;
        int lastHead = -1;
        int firstRecord = Integer.MAX_VALUE;
        int lastRecord = -1;
        for (int i = firstRow * width; i < end; i++) {
            int value = table.cells()[i];
            if (value < GridLocator.NONE) {
                int at = CellTable.offset(value);
                if (CellTable.kind(value) == CellTable.PAIR) {
                    firstHead = Math.min(firstHead, at);
                    lastHead = Math.max(lastHead, at);
                } else {
                    firstRecord = Math.min(firstRecord, at);
                    lastRecord = Math.max(lastRecord, at);
                }
            }
        }
        stream(table.heads(), firstHead, lastHead);
        if (lastHead >= 0) {
            firstRecord = Math.min(firstRecord, table.heads()[firstHead + CellTable.VERTICES]);
            lastRecord = Math.max(lastRecord, table.heads()[lastHead + CellTable.VERTICES]);
        }
        stream(table.blob(), firstRecord, lastRecord);
    }

    private void stream(int[] from, int first, int last) {
        if (last - first < LONGEST) {
            for (int i = first; i <= last; i += LINE) {
                read += from[i];
            }
        }
    }
}
