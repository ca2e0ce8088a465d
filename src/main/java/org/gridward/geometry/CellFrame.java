package org.gridward.geometry;

import org.locationtech.jts.geom.Envelope;

/**
 * A lattice of equal cells over an envelope, and the one arithmetic that turns a coordinate into a cell.
 *
 * <p>{@link #u} and {@link #v} never decrease with the coordinate, and each result is within a relative error of
 * 2^-51 of the exact product. So whatever lies farther than {@link #MARGIN} from a cell, in cell units, has no point
 * in it: the property that lets {@link CellRasterizer} promise that an unmarked cell meets no border.
 */
final class CellFrame {

    /** How far around an edge cells count as touched, in cells: over 10^9 times the rounding error of u and v. */
    static final double MARGIN = 1.0 / 64;

    final double minX;
    final double minY;
    final double maxX;
    final double maxY;
    final int columns;
    final int rows;
    final double scaleX;
    final double scaleY;

    private CellFrame(Envelope box, int columns, int rows) {
        this.minX = box.getMinX();
        this.minY = box.getMinY();
        this.maxX = box.getMaxX();
        this.maxY = box.getMaxY();
        this.columns = columns;
        this.rows = rows;
        this.scaleX = scale(columns, box.getWidth());
        this.scaleY = scale(rows, box.getHeight());
    }

    /** Cells about as wide as high in degrees, {@code cells} of them or fewer (at least one). */
    static CellFrame over(Envelope box, int cells) {
        double ratio = Math.sqrt(box.getWidth() / box.getHeight());
        if (!Double.isFinite(ratio) || ratio == 0) {
            return new CellFrame(box, 1, 1);
        }
        double side = Math.sqrt(cells);
        int columns = (int) Math.max(1, Math.min(cells, side * ratio));
        int rows = (int) Math.max(1, Math.min((double) cells / columns, side / ratio));
        return new CellFrame(box, columns, rows);
    }

    private static double scale(int count, double extent) {
        double scale = count / extent;
        return Double.isFinite(scale) ? scale : 0;
    }

    /** False for NaN too. */
    boolean holds(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    double u(double x) {
        return (x - minX) * scaleX;
    }

    double v(double y) {
        return (y - minY) * scaleY;
    }

    /** The column of a coordinate in cell units; beyond the lattice, the nearest one. */
    int column(double u) {
        return Math.max(0, Math.min(columns - 1, (int) u));
    }

    /** The row of a coordinate in cell units; beyond the lattice, the nearest one. */
    int row(double v) {
        return Math.max(0, Math.min(rows - 1, (int) v));
    }

    /** The cell of a point that the envelope {@link #holds}. */
    int cell(double x, double y) {
        int column = Math.min(columns - 1, (int) ((x - minX) * scaleX));
        int row = Math.min(rows - 1, (int) ((y - minY) * scaleY));
        return row * columns + column;
    }

    double centerX(int column) {
        return minX + (column + 0.5) / scaleX;
    }

    double centerY(int row) {
        return minY + (row + 0.5) / scaleY;
    }

    int size() {
        return columns * rows;
    }
}
