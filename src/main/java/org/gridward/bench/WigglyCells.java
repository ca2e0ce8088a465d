package org.gridward.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The cells of the made-up city: a jittered lattice of sites, warped to be denser in the centre, and the Voronoi cell
 * of each with displaced borders. The sides of the city are kept straight: sites near a side have a mirror image.
 */
final class WigglyCells {

    private static final double WARP = 0.42;
    private static final double JITTER = 0.8;

    private final int count;
    private final double[] x;
    private final double[] y;
    private final VoronoiBorders voronoi;
    private final WigglyLine line;
    private final Map<Long, long[]> drawn = new HashMap<>();

    WigglyCells(int count, double halfSide, long seed) {
        this.count = count;
        this.x = new double[count];
        this.y = new double[count];
        scatter(new SplittableRandom(seed), halfSide);
        this.voronoi = new VoronoiBorders(x, y, halfSide);
        this.line = new WigglyLine(seed, halfSide);
    }

    /** Maps -1 … 1 onto itself, slower in the middle. */
    static double warp(double u) {
        return (1 - WARP) * u + WARP * u * u * u;
    }

    private void scatter(SplittableRandom random, double halfSide) {
        int columns = (int) Math.ceil(Math.sqrt(count));
        int site = 0;
        for (int column = 0; column < columns; column++) {
            int rows = (int) ((column + 1L) * count / columns - (long) column * count / columns);
            for (int row = 0; row < rows; row++) {
                double u = (column + 0.5 + JITTER * (random.nextDouble() - 0.5)) / columns;
                double v = (row + 0.5 + JITTER * (random.nextDouble() - 0.5)) / rows;
                x[site] = warp(2 * u - 1) * halfSide;
                y[site++] = warp(2 * v - 1) * halfSide;
            }
        }
    }

    /** The border of a cell, counter-clockwise, the first vertex not repeated. */
    long[] ring(int cell) {
        int[] neighbours = voronoi.neighbours(cell);
        long[] ring = new long[64];
        int size = 0;
        for (int neighbour : neighbours) {
            long[] side = side(cell, neighbour);
            boolean forward = cell < neighbour;
            for (int i = 0; i < side.length - 1; i++) {
                long vertex = forward ? side[i] : side[side.length - 1 - i];
                if (size == 0 || ring[size - 1] != vertex) {
                    ring = size == ring.length ? Arrays.copyOf(ring, 2 * size) : ring;
                    ring[size++] = vertex;
                }
            }
        }
        return Arrays.copyOf(ring, size > 1 && ring[size - 1] == ring[0] ? size - 1 : size);
    }

    /** The one line between two cells, drawn with the lower one on its left. */
    private long[] side(int cell, int neighbour) {
        int low = Math.min(cell, neighbour);
        int high = Math.max(cell, neighbour);
        return drawn.computeIfAbsent((long) low << 32 | high, key -> {
            double[] ends = voronoi.ends(low, high);
            double[] sites = {voronoi.x(low), voronoi.y(low), voronoi.x(high), voronoi.y(high)};
            return line.between(ends, sites, key, high >= count);
        });
    }

    /** Joins cells to connected groups of about the same size by growing all groups at once. */
    int[] groups(int groups) {
        int[] group = new int[count];
        Arrays.fill(group, -1);
        ArrayDeque<Integer> front = new ArrayDeque<>();
        for (int i = 0; i < groups; i++) {
            int start = start(i, groups);
            group[start] = i;
            front.add(start);
        }
        while (!front.isEmpty()) {
            int cell = front.remove();
            for (int neighbour : voronoi.neighbours(cell)) {
                if (neighbour < count && group[neighbour] < 0) {
                    group[neighbour] = group[cell];
                    front.add(neighbour);
                }
            }
        }
        return group;
    }

    /** Evenly spread over the lattice, whose columns follow each other in the order of the sites; never the same twice. */
    private int start(int i, int groups) {
        int columns = (int) Math.ceil(Math.sqrt(count));
        int across = (int) Math.ceil(Math.sqrt(groups));
        int strip = (int) ((long) i * across / groups);
        int first = (int) (((long) strip * groups + across - 1) / across);
        int end = (int) (((strip + 1L) * groups + across - 1) / across);
        int column = (int) ((2L * strip + 1) * columns / (2L * across));
        long from = (long) column * count / columns;
        long to = (column + 1L) * count / columns;
        return (int) (from + (to - from) * (2L * (i - first) + 1) / (2L * (end - first)));
    }
}
