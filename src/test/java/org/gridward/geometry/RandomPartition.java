package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up city: a lattice of bent quadrangles whose neighbours share every vertex of their common border.
 *
 * <p>One cell in six has an enclave (a hole filled by a diamond); every second enclave is a part of the first grid, so
 * that the set holds holes and a multipolygon. The same seed gives the same city.
 */
final class RandomPartition {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Random random;
    private final int columns;
    private final int rows;
    private final int bends;
    private final double size;
    private final Coordinate[][] corners;
    private final Coordinate[][][] eastward;
    private final Coordinate[][][] northward;

    private RandomPartition(long seed, int columns, int rows, int bends, double size) {
        this.random = new Random(seed);
        this.columns = columns;
        this.rows = rows;
        this.bends = bends;
        this.size = size;
        this.corners = new Coordinate[columns + 1][rows + 1];
        this.eastward = new Coordinate[columns][rows + 1][];
        this.northward = new Coordinate[columns + 1][rows][];
    }

    /** Cells of {@code size} degrees from 122.0, 29.9; each side has {@code bends} vertices between its corners. */
    static List<GridShape> of(long seed, int columns, int rows, int bends, double size) {
        return new RandomPartition(seed, columns, rows, bends, size).grow();
    }

    private List<GridShape> grow() {
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= rows; j++) {
                corners[i][j] = new Coordinate(
                        122.0 + (i + wobble(0.15, i, columns)) * size, 29.9 + (j + wobble(0.15, j, rows)) * size);
            }
        }
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= rows; j++) {
                if (i < columns) {
                    eastward[i][j] = bend(corners[i][j], corners[i + 1][j], j == 0 || j == rows);
                }
                if (j < rows) {
                    northward[i][j] = bend(corners[i][j], corners[i][j + 1], i == 0 || i == columns);
                }
            }
        }
        return cells();
    }

    private double wobble(double amount, int place, int last) {
        return place == 0 || place == last ? 0 : (random.nextDouble() - 0.5) * 2 * amount;
    }

    private Coordinate[] bend(Coordinate from, Coordinate to, boolean straight) {
        Coordinate[] line = new Coordinate[bends + 2];
        for (int k = 0; k < line.length; k++) {
            double part = k / (bends + 1.0);
            double off = straight ? 0 : (random.nextDouble() - 0.5) * 0.4 * Math.min(part, 1 - part);
            line[k] = new Coordinate(
                    from.x + (to.x - from.x) * part + (to.y - from.y) * off,
                    from.y + (to.y - from.y) * part - (to.x - from.x) * off);
        }
        line[0] = from;
        line[bends + 1] = to;
        return line;
    }

    private List<GridShape> cells() {
        List<GridShape> grids = new ArrayList<>();
        List<Polygon> exclaves = new ArrayList<>();
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                LinearRing shell = SHAPES.createLinearRing(shell(i, j));
                int enclave = (i + j) == 0 ? -1 : random.nextInt(12);
                LinearRing[] holes = enclave == 0 || enclave == 1 ? new LinearRing[] {diamond(i, j)} : null;
                grids.add(new GridShape("%03d%03d".formatted(j, i), SHAPES.createPolygon(shell, holes)));
                if (enclave == 0) {
                    grids.add(new GridShape("%03d%03dE".formatted(j, i), SHAPES.createPolygon(holes[0])));
                } else if (enclave == 1) {
                    exclaves.add(SHAPES.createPolygon(holes[0]));
                }
            }
        }
        exclaves.add((Polygon) grids.get(0).polygon());
        Polygon[] parts = exclaves.toArray(new Polygon[0]);
        grids.set(0, new GridShape(grids.get(0).code(), SHAPES.createMultiPolygon(parts)));
        return grids;
    }

    private Coordinate[] shell(int i, int j) {
        List<Coordinate> ring = new ArrayList<>();
        append(ring, eastward[i][j], false);
        append(ring, northward[i + 1][j], false);
        append(ring, eastward[i][j + 1], true);
        append(ring, northward[i][j], true);
        ring.add(ring.get(0));
        return ring.toArray(new Coordinate[0]);
    }

    private static void append(List<Coordinate> ring, Coordinate[] line, boolean backwards) {
        for (int k = 0; k < line.length - 1; k++) {
            ring.add(backwards ? line[line.length - 1 - k] : line[k]);
        }
    }

    private LinearRing diamond(int i, int j) {
        double x = 122.0 + (i + 0.5) * size;
        double y = 29.9 + (j + 0.5) * size;
        double r = size * 0.15;
        return SHAPES.createLinearRing(new Coordinate[] {
            new Coordinate(x - r, y),
            new Coordinate(x, y - r),
            new Coordinate(x + r, y),
            new Coordinate(x, y + r),
            new Coordinate(x - r, y)
        });
    }
}
