package org.gridward.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/** The Voronoi diagram of sites in a square: which cells meet, and the straight line they meet in. */
final class VoronoiBorders {

    private static final double MIRRORED_CELLS = 5;
    private static final double ON_SIDE_METERS = 1e-3;

    private final int count;
    private final double halfSide;
    private final List<Coordinate> sites = new ArrayList<>();
    private final Map<Long, double[]> corners = new HashMap<>();
    private final List<Map<Integer, Integer>> next = new ArrayList<>();

    VoronoiBorders(double[] x, double[] y, double halfSide) {
        this.count = x.length;
        this.halfSide = halfSide;
        Map<Coordinate, Integer> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            add(numbers, x[i], y[i]);
            next.add(new HashMap<>());
        }
        double reach = 2 * halfSide * (1 - MIRRORED_CELLS / Math.sqrt(count));
        for (int i = 0; i < count; i++) {
            mirror(numbers, x[i], y[i], reach);
        }
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(sites);
        for (Object triangle : builder.getSubdivision().getTriangleVertices(false)) {
            Vertex[] vertices = (Vertex[]) triangle;
            triangle(
                    numbers.get(vertices[0].getCoordinate()),
                    numbers.get(vertices[1].getCoordinate()),
                    numbers.get(vertices[2].getCoordinate()));
        }
    }

    private void add(Map<Coordinate, Integer> numbers, double x, double y) {
        Coordinate site = new Coordinate(x, y);
        numbers.put(site, sites.size());
        sites.add(site);
    }

    private void mirror(Map<Coordinate, Integer> numbers, double x, double y, double reach) {
        if (x + halfSide > reach) {
            add(numbers, 2 * halfSide - x, y);
        }
        if (halfSide - x > reach) {
            add(numbers, -2 * halfSide - x, y);
        }
        if (y + halfSide > reach) {
            add(numbers, x, 2 * halfSide - y);
        }
        if (halfSide - y > reach) {
            add(numbers, x, -2 * halfSide - y);
        }
    }

    private void triangle(Integer a, Integer b, Integer c) {
        if (a == null || b == null || c == null || Math.min(a, Math.min(b, c)) >= count) {
            return;
        }
        double bx = x(b) - x(a);
        double by = y(b) - y(a);
        double cx = x(c) - x(a);
        double cy = y(c) - y(a);
        double d = 2 * (bx * cy - by * cx);
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double[] center = {onSide(x(a) + (cy * b2 - by * c2) / d), onSide(y(a) + (bx * c2 - cx * b2) / d)};
        int second = d > 0 ? b : c;
        int third = d > 0 ? c : b;
        corner(a, second, third, center);
        corner(second, third, a, center);
        corner(third, a, second, center);
    }

    /** Round {@code site} counter-clockwise, {@code after} follows {@code before}; their cells meet in the corner. */
    private void corner(int site, int before, int after, double[] center) {
        corners.put((long) site << 32 | before, center);
        if (site < count) {
            next.get(site).put(before, after);
        }
    }

    private double onSide(double ordinate) {
        return Math.abs(Math.abs(ordinate) - halfSide) < ON_SIDE_METERS ? Math.copySign(halfSide, ordinate) : ordinate;
    }

    double x(int site) {
        return sites.get(site).x;
    }

    double y(int site) {
        return sites.get(site).y;
    }

    /** The cells, numbered from the count up for mirror images, that a cell meets, counter-clockwise. */
    int[] neighbours(int cell) {
        Map<Integer, Integer> round = next.get(cell);
        int[] neighbours = new int[round.size()];
        int neighbour =
                round.keySet().stream().mapToInt(Integer::intValue).min().orElse(-1);
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] = neighbour;
            neighbour = round.get(neighbour);
        }
        return neighbours;
    }

    /** Both ends of the line in which two cells meet (x, y, x, y) with the first cell on its left. */
    double[] ends(int cell, int neighbour) {
        double[] from = corners.get((long) neighbour << 32 | cell);
        double[] to = corners.get((long) cell << 32 | neighbour);
        return new double[] {from[0], from[1], to[0], to[1]};
    }
}
