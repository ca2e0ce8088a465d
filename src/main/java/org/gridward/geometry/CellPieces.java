package org.gridward.geometry;

import java.util.Arrays;

/**
 * What falls into the cells of a window while edges are cut: for each cell the pieces of edges in it, for each row the
 * edges that cross its base line. Both are linked lists in flat arrays, newest first.
 */
final class CellPieces {

    static final int PIECE = 4;
    static final int CROSSING = 3;

    final int firstColumn;
    final int firstRow;
    final int lastColumn;
    final int lastRow;

    /** The newest piece of each cell of the window, 0 for none. */
    final int[] heads;

    /** next, start, end, arc. */
    int[] pieces = new int[PIECE * 1024];

    /** The newest crossing of each row of the window, 0 for none. */
    final int[] rowHeads;

    /** next, first column whose corner lies right of the crossing, arc. */
    int[] crossings = new int[CROSSING * 1024];

    int[] left = new int[64];
    int[] right = new int[64];
    private int pieceCount;
    private int crossingCount;
    private int arcs;

    CellPieces(int firstColumn, int firstRow, int lastColumn, int lastRow, int[] heads) {
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.lastColumn = lastColumn;
        this.lastRow = lastRow;
        this.heads = heads;
        this.rowHeads = new int[lastRow - firstRow + 1];
    }

    /** Begins a run of edges between the same two polygons, or NOBODY. */
    int arc(int leftOwner, int rightOwner) {
        if (arcs == left.length) {
            left = Arrays.copyOf(left, 2 * arcs);
            right = Arrays.copyOf(right, 2 * arcs);
        }
        left[arcs] = leftOwner;
        right[arcs] = rightOwner;
        return arcs++;
    }

    void piece(int column, int row, int start, int end, int arc) {
        int at = PIECE * ++pieceCount;
        if (at == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * at);
        }
        int cell = (row - firstRow) * (lastColumn - firstColumn + 1) + column - firstColumn;
        pieces[at] = heads[cell];
        pieces[at + 1] = start;
        pieces[at + 2] = end;
        pieces[at + 3] = arc;
        heads[cell] = pieceCount;
    }

    /** An edge crosses the base line of a row, seen from the west: upwards, into the right side of its arc, or downwards. */
    void crossing(int row, int column, int arc, boolean up) {
        int at = CROSSING * ++crossingCount;
        if (at == crossings.length) {
            crossings = Arrays.copyOf(crossings, 2 * at);
        }
        crossings[at] = rowHeads[row - firstRow];
        crossings[at + 1] = column;
        crossings[at + 2] = up ? arc : ~arc;
        rowHeads[row - firstRow] = crossingCount;
    }
}
