package org.gridward.geometry;

/** A rectangle of cells, its borders included. */
record CellWindow(int left, int bottom, int right, int top) {

    /** The cells that an outline may touch and one column and row more on each side, within the frame. */
    static CellWindow around(CellFrame frame, Outline outline) {
        return new CellWindow(
                Math.max(0, (int) (frame.u(outline.minX) / CellFrame.UNITS) - 2),
                Math.max(0, (int) (frame.v(outline.minY) / CellFrame.UNITS) - 2),
                Math.min(frame.columns - 1, (int) (frame.u(outline.maxX) / CellFrame.UNITS) + 2),
                Math.min(frame.rows - 1, (int) (frame.v(outline.maxY) / CellFrame.UNITS) + 2));
    }

    boolean meets(CellWindow other) {
        return left <= other.right && other.left <= right && bottom <= other.top && other.bottom <= top;
    }

    /** The least window that holds both. */
    CellWindow with(CellWindow other) {
        return new CellWindow(
                Math.min(left, other.left),
                Math.min(bottom, other.bottom),
                Math.max(right, other.right),
                Math.max(top, other.top));
    }

    int size() {
        return (right - left + 1) * (top - bottom + 1);
    }
}
