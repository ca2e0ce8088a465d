package org.gridward.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;

/**
 * Sorts the cells of a lattice by their relation to one polygon: outside, wholly inside, or touched by its border.
 *
 * <p>Promise: a cell reported as outside or inside holds no point of the border, and all its points lie on that side.
 * The reverse is not promised: cells within {@link CellFrame#MARGIN} of the border are reported as touched too. Cost:
 * one step a cell of the polygon's window, one point-in-polygon test for each run of untouched cells in a row.
 */
final class CellRasterizer {

    private static final byte UNTOUCHED = 0;
    private static final byte TOUCHED = 1;

    /** Receives each cell that is not outside, once. */
    interface CellVisitor {
        void cell(int cell, boolean inside);
    }

    private final CellFrame frame;
    private byte[] window = new byte[0];
    private int left;
    private int bottom;
    private int width;
    private int height;

    CellRasterizer(CellFrame frame) {
        this.frame = frame;
    }

    void visit(Geometry polygon, ExactCover exact, CellVisitor visitor) {
        if (polygon.isEmpty()) {
            return;
        }
        openWindow(polygon.getEnvelopeInternal());
        polygon.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                markRing(ring.getCoordinateSequence());
            }
        });
        for (int row = 0; row < height; row++) {
            visitRow(row, exact, visitor);
        }
    }

    private void openWindow(Envelope box) {
        left = frame.column(frame.u(box.getMinX()) - CellFrame.MARGIN);
        bottom = frame.row(frame.v(box.getMinY()) - CellFrame.MARGIN);
        width = frame.column(frame.u(box.getMaxX()) + CellFrame.MARGIN) - left + 1;
        height = frame.row(frame.v(box.getMaxY()) + CellFrame.MARGIN) - bottom + 1;
        int size = width * height;
        if (window.length < size) {
            window = new byte[size];
        } else {
            Arrays.fill(window, 0, size, UNTOUCHED);
        }
    }

    private void markRing(CoordinateSequence ring) {
        for (int i = 1; i < ring.size(); i++) {
            double u1 = frame.u(ring.getX(i - 1));
            double v1 = frame.v(ring.getY(i - 1));
            double u2 = frame.u(ring.getX(i));
            double v2 = frame.v(ring.getY(i));
            if (Math.abs(u2 - u1) >= Math.abs(v2 - v1)) {
                markFlat(u1, v1, u2, v2);
            } else {
                markSteep(u1, v1, u2, v2);
            }
        }
    }

    /** Column by column: the slope is at most one, so rounding in u moves v by no more than itself. */
    private void markFlat(double u1, double v1, double u2, double v2) {
        double slope = u1 == u2 ? 0 : (v2 - v1) / (u2 - u1);
        double low = Math.min(u1, u2) - CellFrame.MARGIN;
        double high = Math.max(u1, u2) + CellFrame.MARGIN;
        int last = frame.column(high);
        for (int column = frame.column(low); column <= last; column++) {
            double a = v1 + (Math.max(low, column - CellFrame.MARGIN) - u1) * slope;
            double b = v1 + (Math.min(high, column + 1 + CellFrame.MARGIN) - u1) * slope;
            int top = frame.row(Math.max(a, b) + CellFrame.MARGIN);
            for (int row = frame.row(Math.min(a, b) - CellFrame.MARGIN); row <= top; row++) {
                mark(column, row);
            }
        }
    }

    private void markSteep(double u1, double v1, double u2, double v2) {
        double slope = (u2 - u1) / (v2 - v1);
        double low = Math.min(v1, v2) - CellFrame.MARGIN;
        double high = Math.max(v1, v2) + CellFrame.MARGIN;
        int last = frame.row(high);
        for (int row = frame.row(low); row <= last; row++) {
            double a = u1 + (Math.max(low, row - CellFrame.MARGIN) - v1) * slope;
            double b = u1 + (Math.min(high, row + 1 + CellFrame.MARGIN) - v1) * slope;
            int right = frame.column(Math.max(a, b) + CellFrame.MARGIN);
            for (int column = frame.column(Math.min(a, b) - CellFrame.MARGIN); column <= right; column++) {
                mark(column, row);
            }
        }
    }

    private void mark(int column, int row) {
        int x = column - left;
        int y = row - bottom;
        if (x >= 0 && x < width && y >= 0 && y < height) {
            window[y * width + x] = TOUCHED;
        }
    }

    private void visitRow(int y, ExactCover exact, CellVisitor visitor) {
        int base = (y + bottom) * frame.columns + left;
        int x = 0;
        while (x < width) {
            if (window[y * width + x] == TOUCHED) {
                visitor.cell(base + x++, false);
                continue;
            }
            int end = x;
            while (end < width && window[y * width + end] == UNTOUCHED) {
                end++;
            }
            visitRun(base, x, end, y, exact, visitor);
            x = end;
        }
    }

    /** All cells of a run lie on one side, for no border parts them: one representative point decides. */
    private void visitRun(int base, int start, int end, int y, ExactCover exact, CellVisitor visitor) {
        Coordinate center = new Coordinate(frame.centerX(left + start), frame.centerY(bottom + y));
        boolean representative = frame.holds(center.x, center.y) && frame.cell(center.x, center.y) == base + start;
        if (representative && exact.locate(center) == Location.EXTERIOR) {
            return;
        }
        for (int x = start; x < end; x++) {
            visitor.cell(base + x, representative);
        }
    }
}
