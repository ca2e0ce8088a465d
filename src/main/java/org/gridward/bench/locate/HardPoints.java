package org.gridward.bench.locate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Points where a locator may go wrong. Every edge gives its end, then its middle, then places on it, in line with it and
 * level with its end, as they are or moved by one step of a double or by 1e-9, 1e-7 or 1e-6 degrees in either axis. One
 * point in three comes from the longest edges.
 */
final class HardPoints {

    private static final int LONGEST = 1_000;
    private static final double[] MOVES = {1e-9, 1e-7, 1e-6};

    /** x1, y1, x2, y2 of each edge of each ring. */
    private final double[][] edges;

    private final double[][] longest;

    HardPoints(List<GridShape> shapes) {
        this.edges = shapes.stream()
                .flatMap(shape -> rings(shape.polygon()).stream())
                .flatMap(ring -> edges(ring).stream())
                .toArray(double[][]::new);
        this.longest = Arrays.stream(edges)
                .sorted(Comparator.comparingDouble(e -> -Math.hypot(e[2] - e[0], e[3] - e[1])))
                .limit(LONGEST)
                .toArray(double[][]::new);
    }

    private static List<LinearRing> rings(Geometry polygon) {
        List<LinearRing> rings = new java.util.ArrayList<>();
        for (int i = 0; i < polygon.getNumGeometries(); i++) {
            Polygon part = (Polygon) polygon.getGeometryN(i);
            rings.add(part.getExteriorRing());
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                rings.add(part.getInteriorRingN(hole));
            }
        }
        return rings;
    }

    private static List<double[]> edges(LinearRing ring) {
        Coordinate[] at = ring.getCoordinates();
        List<double[]> edges = new java.util.ArrayList<>();
        for (int i = 1; i < at.length; i++) {
            edges.add(new double[] {at[i - 1].x, at[i - 1].y, at[i].x, at[i].y});
        }
        return edges;
    }

    int edgeCount() {
        return edges.length;
    }

    /** Fills with the points from number {@code first} on, longitude and latitude in turn; the same at every call. */
    void fill(double[] lonLat, long first) {
        SplittableRandom random = new SplittableRandom(first);
        for (int i = 0; i < lonLat.length / 2; i++) {
            long number = first + i;
            if (number % 3 == 2) {
                near(longest[random.nextInt(longest.length)], random, lonLat, 2 * i);
            } else {
                long turn = number / 3 * 2 + number % 3;
                double[] edge = edges[(int) (turn % edges.length)];
                switch ((int) (turn / edges.length)) {
                    case 0 -> place(edge, 0, lonLat, 2 * i);
                    case 1 -> place(edge, 0.5, lonLat, 2 * i);
                    default -> near(edge, random, lonLat, 2 * i);
                }
            }
        }
    }

    private static void place(double[] edge, double along, double[] lonLat, int at) {
        lonLat[at] = edge[0] + along * (edge[2] - edge[0]);
        lonLat[at + 1] = edge[1] + along * (edge[3] - edge[1]);
    }

    private static void near(double[] edge, SplittableRandom random, double[] lonLat, int at) {
        place(edge, along(random.nextInt(8), random), lonLat, at);
        if (random.nextInt(8) == 0) {
            lonLat[at] += random.nextDouble(-1e-3, 1e-3);
            lonLat[at + 1] = edge[1];
        }
        lonLat[at] = moved(lonLat[at], random);
        lonLat[at + 1] = moved(lonLat[at + 1], random);
    }

    private static double along(int kind, SplittableRandom random) {
        return switch (kind) {
            case 0, 1 -> 0;
            case 2, 3 -> 0.5;
            case 4 -> random.nextDouble(-0.1, 1.1);
            default -> random.nextDouble();
        };
    }

    private static double moved(double value, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Math.nextUp(value);
            case 2, 3 -> Math.nextDown(value);
            case 4 -> value + MOVES[random.nextInt(MOVES.length)] * (random.nextBoolean() ? 1 : -1);
            default -> value;
        };
    }
}
