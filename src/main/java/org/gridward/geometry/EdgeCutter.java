package org.gridward.geometry;

/**
 * Cuts edges into the pieces that lie in the cells of a window, each cell widened by {@link CellFrame#MARGIN}, and
 * notes where they cross the base lines of rows, which run that margin below the cells.
 *
 * <p>A piece is two points of 15-bit coordinates counted from the lower left corner of the widened cell, packed as
 * {@code x | y << 16}; {@link #ON_BASE} marks an end that lies on the base line and right of that corner. Whether a
 * crossing lies left or right of a corner is decided once, by comparing the same two doubles, for the piece and for the
 * crossing alike: so each edge counts exactly once.
 */
final class EdgeCutter {

    static final int ON_BASE = 1 << 15;

    /** The width and height of a widened cell. */
    static final int WIDE = CellFrame.UNITS + 2 * CellFrame.MARGIN;

    private static final int UNITS = CellFrame.UNITS;
    private static final int MARGIN = CellFrame.MARGIN;

    private final CellPieces to;

    EdgeCutter(CellPieces to) {
        this.to = to;
    }

    /** Cuts all edges of outlines that follow each other in one array; {@code owners} numbers their polygons. */
    void cut(CellFrame frame, Outline[] outlines, int[] owners) {
        int[] others = EdgePairs.match(outlines, owners);
        for (int o = 0; o < outlines.length; o++) {
            int[] starts = outlines[o].starts;
            for (int ring = 0; ring + 1 < starts.length; ring++) {
                ring(frame, outlines[o].xy, starts[ring], starts[ring + 1] - 1, owners[o], others);
            }
        }
    }

    private void ring(CellFrame frame, double[] xy, int from, int end, int owner, int[] others) {
        double u = frame.u(xy[2 * from]);
        double v = frame.v(xy[2 * from + 1]);
        int other = EdgePairs.SKIP;
        int arc = 0;
        for (int i = from; i < end; i++) {
            double ub = frame.u(xy[2 * i + 2]);
            double vb = frame.v(xy[2 * i + 3]);
            if (others[i] != EdgePairs.SKIP) {
                if (others[i] != other) {
                    arc = to.arc(owner, others[i]);
                }
                edge(u, v, ub, vb, arc);
            }
            other = others[i];
            u = ub;
            v = vb;
        }
    }

    private static int lattice(double units) {
        return (int) Math.floor(units / UNITS);
    }

    private void edge(double ua, double va, double ub, double vb, int arc) {
        int bottom = lattice(Math.min(va, vb) - MARGIN);
        int top = lattice(Math.max(va, vb) + MARGIN);
        int first = lattice(Math.min(ua, ub) - MARGIN);
        int last = lattice(Math.max(ua, ub) + MARGIN);
        if (top < to.firstRow || bottom > to.lastRow || first > to.lastColumn) {
            return;
        }
        if (bottom == top && first == last && first >= to.firstColumn) {
            double left = first * (double) UNITS - MARGIN;
            double base = bottom * (double) UNITS - MARGIN;
            to.piece(first, bottom, point(ua - left, va - base), point(ub - left, vb - base), arc);
            return;
        }
        for (int row = Math.max(bottom, to.firstRow); row <= Math.min(top, to.lastRow); row++) {
            row(row, ua, va, ub, vb, arc);
        }
    }

    private void row(int row, double ua, double va, double ub, double vb, int arc) {
        double base = row * (double) UNITS - MARGIN;
        double top = base + WIDE;
        boolean aAbove = va > base;
        boolean bAbove = vb > base;
        if ((!aAbove && !bAbove) || (va > top && vb > top)) {
            return;
        }
        double slope = (ub - ua) / (vb - va);
        double xa = ua;
        double xb = ub;
        if (aAbove != bAbove) {
            double crossing = within(ua + (base - va) * slope, ua, ub);
            crossing(row, crossing, arc, bAbove);
            xa = aAbove ? ua : crossing;
            xb = bAbove ? ub : crossing;
        }
        xa = va > top ? within(ua + (top - va) * slope, ua, ub) : xa;
        xb = vb > top ? within(ua + (top - va) * slope, ua, ub) : xb;
        double ya = Math.min(aAbove ? va : base, top);
        double yb = Math.min(bAbove ? vb : base, top);
        int last = Math.min(lattice(Math.max(xa, xb) + MARGIN), to.lastColumn);
        for (int c = Math.max(lattice(Math.min(xa, xb) - MARGIN), to.firstColumn); c <= last; c++) {
            double left = c * (double) UNITS - MARGIN;
            int start = end(xa - left, ya - base, xb - left, yb - base, !aAbove);
            int end = end(xb - left, yb - base, xa - left, ya - base, !bAbove);
            to.piece(c, row, start, end, arc);
        }
    }

    /** Cells right of the crossing have it behind them; the comparison is the one of {@link #end}. */
    private void crossing(int row, double crossing, int arc, boolean up) {
        int column = Math.max(0, lattice(crossing));
        while (crossing - (column * (double) UNITS - MARGIN) > 0) {
            column++;
        }
        if (column > to.firstColumn && column <= to.lastColumn) {
            to.crossing(row, column, arc, up);
        }
    }

    /** The end (x, y) of a piece, moved along it into the widened cell if it lies left or right of that. */
    private static int end(double x, double y, double towardsX, double towardsY, boolean onBase) {
        if (x < 0 || x > WIDE) {
            double side = x < 0 ? 0 : WIDE;
            double moved = y + (side - x) * ((towardsY - y) / (towardsX - x));
            return point(side, towardsX == x ? y : moved);
        }
        return point(x, y) | (onBase && x > 0 ? ON_BASE : 0);
    }

    private static int point(double x, double y) {
        return round(x) | round(y) << 16;
    }

    private static int round(double x) {
        return Math.max(0, Math.min(WIDE, (int) (x + 0.5)));
    }

    private static double within(double x, double a, double b) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), x));
    }
}
