package org.gridward.geometry;

import java.util.function.IntFunction;

/**
 * Builds the cells of a window: cuts the edges, walks each row's base line, writes a record for each cell that an edge
 * touches and the holder of the corner for every other.
 */
final class CellCompiler {

    private CellCompiler() {}

    /**
     * Fills in the window of {@code cells} to which the pieces belong.
     *
     * @param corners for each row who holds the lower left corner of the window's first cell
     * @return false if the records have become too many; the cells are then of no use
     */
    static boolean compile(
            CellFrame frame, CellPieces pieces, IntFunction<CellSet> corners, CellEncoder encoder, int[] cells) {
        RowSweep sweep = new RowSweep(pieces, encoder.polygons());
        int head = 0;
        for (int row = pieces.firstRow; row <= pieces.lastRow && !encoder.isFull(); row++) {
            sweep.begin(row, corners.apply(row));
            for (int column = pieces.firstColumn; column <= pieces.lastColumn; column++) {
                sweep.step(column);
                cells[row * frame.columns + column] = cell(pieces, pieces.heads[head++], sweep, column, encoder);
            }
        }
        return !encoder.isFull();
    }

    private static int cell(CellPieces pieces, int head, RowSweep sweep, int column, CellEncoder encoder) {
        int holder = sweep.one();
        if (head == 0 && holder != CellReader.UNSURE) {
            return holder;
        }
        encoder.gather(pieces, head);
        return holder == CellReader.UNSURE ? encoder.encode(sweep.all(column)) : encoder.encode(holder);
    }
}
