package org.gridward.bench;

import java.util.SplittableRandom;

/**
 * Displaces a straight border by fractal noise (five octaves, each of half the height and twice the frequency).
 *
 * <p>The line stays within the kite of its two ends and the two sites beside it; kites of different borders share no
 * inner point, so no two lines ever cross.
 */
final class WigglyLine {

    private static final double STEP_METERS = 11.8;
    private static final double SHORTEST_METERS = 4;
    private static final double KITE_SHARE = 0.7;
    private static final double HEIGHT_PER_LENGTH = 0.3;
    private static final int OCTAVES = 5;

    private final long seed;
    private final double halfSide;

    WigglyLine(long seed, double halfSide) {
        this.seed = seed;
        this.halfSide = halfSide;
    }

    /** The vertices from one end to the other, without repetition. */
    long[] between(double[] ends, double[] sites, long key, boolean straight) {
        double dx = ends[2] - ends[0];
        double dy = ends[3] - ends[1];
        double length = Math.hypot(dx, dy);
        int steps = length < SHORTEST_METERS ? 1 : 1 + (int) Math.round(length / STEP_METERS);
        double[] noise = straight ? new double[steps + 1] : noise(steps, new SplittableRandom(seed * 31 + key));
        long[] vertices = new long[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double height = i == 0 || i == steps ? 0 : noise[i] * bound(t, length, ends, sites);
            double x = ends[0] + dx * t - dy / length * height;
            double y = ends[1] + dy * t + dx / length * height;
            vertices[i] = i == 0
                    ? vertex(ends[0], ends[1])
                    : i == steps ? vertex(ends[2], ends[3]) : straight ? vertex(x, y) : LocalDegrees.vertex(x, y);
        }
        return vertices;
    }

    private long vertex(double x, double y) {
        return LocalDegrees.vertex(
                Math.max(-halfSide, Math.min(halfSide, x)), Math.max(-halfSide, Math.min(halfSide, y)));
    }

    /** How high the line may go at t on both sides, so that it stays well within the kite. */
    private static double bound(double t, double length, double[] ends, double[] sites) {
        double roof = Math.min(roof(t, ends, sites[0], sites[1]), roof(t, ends, sites[2], sites[3]));
        return Math.min(KITE_SHARE * roof, HEIGHT_PER_LENGTH * length);
    }

    /** The height of the triangle of both ends and a site over the point t of its base. */
    private static double roof(double t, double[] ends, double x, double y) {
        double dx = ends[2] - ends[0];
        double dy = ends[3] - ends[1];
        double square = dx * dx + dy * dy;
        double foot = ((x - ends[0]) * dx + (y - ends[1]) * dy) / square;
        double height = Math.abs((x - ends[0]) * dy - (y - ends[1]) * dx) / Math.sqrt(square);
        double rising = foot > 0 ? t / foot : Double.POSITIVE_INFINITY;
        double falling = foot < 1 ? (1 - t) / (1 - foot) : Double.POSITIVE_INFINITY;
        return height * Math.min(rising, falling);
    }

    /** Between -1 and 1. */
    private static double[] noise(int steps, SplittableRandom random) {
        double[] noise = new double[steps + 1];
        double height = 0.5;
        int knots = 3;
        for (int octave = 0; octave < OCTAVES; octave++) {
            double[] values = random.doubles(knots + 1L, -height, height).toArray();
            for (int i = 0; i <= steps; i++) {
                double at = (double) i / steps * knots;
                int knot = Math.min(knots - 1, (int) at);
                noise[i] += values[knot] + (values[knot + 1] - values[knot]) * (at - knot);
            }
            height /= 2;
            knots *= 2;
        }
        return noise;
    }
}
