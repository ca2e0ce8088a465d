package org.gridward.mapdata.demo;

import java.util.function.DoubleBinaryOperator;

/** A function of the drawing board, sampled once on square cells and read back bilinearly. */
final class Raster {
    private final double cell;
    private final int columns;
    private final int rows;
    private final double[] values;

    Raster(double cellMeters, DoubleBinaryOperator f) {
        this.cell = cellMeters;
        this.columns = (int) (39_500 / cellMeters) + 2;
        this.rows = columns;
        this.values = new double[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                values[j * columns + i] = f.applyAsDouble(i * cell, j * cell);
            }
        }
    }

    double at(double x, double y) {
        double u = Math.max(0, Math.min(columns - 1.001, x / cell));
        double v = Math.max(0, Math.min(rows - 1.001, y / cell));
        int i = (int) u;
        int j = (int) v;
        double fu = u - i;
        double fv = v - j;
        int k = j * columns + i;
        double low = values[k] * (1 - fu) + values[k + 1] * fu;
        double high = values[k + columns] * (1 - fu) + values[k + columns + 1] * fu;
        return low * (1 - fv) + high * fv;
    }
}
