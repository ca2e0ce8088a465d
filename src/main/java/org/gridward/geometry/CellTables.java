package org.gridward.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Builds whole tables of cells. */
final class CellTables {

    private static final int MAX_RECORDS = 1 << 26;
    private static final int COARSER = 4;

    private CellTables() {}

    /**
     * The table of outlines that follow each other in one array.
     *
     * @param owners for each outline the number of its polygon
     * @param ranks the place of each polygon by code
     */
    static CellTable build(Outline[] outlines, int[] owners, int[] ranks) {
        for (double share = 1; ; share /= COARSER) {
            CellFrame frame = CellLayout.frame(outlines, share);
            if (frame.isWhole()) {
                return whole(frame, outlines, owners, ranks);
            }
            int[] cells = new int[frame.size()];
            CellPieces pieces = new CellPieces(0, 0, frame.columns - 1, frame.rows - 1, cells);
            new EdgeCutter(pieces).cut(frame, outlines, owners);
            CellEncoder encoder = new CellEncoder(new int[1 << 12], 0, new int[1 << 12], 0, ranks, MAX_RECORDS);
            if (CellCompiler.compile(frame, pieces, row -> CellSet.EMPTY, encoder, cells)) {
                return new CellTable(frame, cells, encoder.heads(), encoder.blob(), encoder.used(), encoder.used());
            }
        }
    }

    /** One cell that leaves every polygon to the exact test. */
    private static CellTable whole(CellFrame frame, Outline[] outlines, int[] owners, int[] ranks) {
        int[] record = IntStream.range(0, outlines.length)
                .filter(i -> !outlines[i].isEmpty())
                .map(i -> owners[i])
                .boxed()
                .sorted((a, b) -> Integer.compare(ranks[a], ranks[b]))
                .mapToInt(polygon -> polygon << 2)
                .toArray();
        int[] blob = new int[record.length + 1];
        blob[0] = record.length;
        System.arraycopy(record, 0, blob, 1, record.length);
        int[] cells = {record.length == 0 ? GridLocator.NONE : CellTable.named(CellTable.LIST, 0)};
        return new CellTable(frame, cells, new int[0], blob, blob.length, blob.length);
    }

    static int[] identity(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
