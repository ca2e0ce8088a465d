package org.gridward.geometry;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Points where a locator may go wrong: on borders and as near to them as doubles allow. */
final class HardPoints {

    private static final double[] STEPS = {1e-9, 1e-6};

    private final double[] lonLat;
    private int size;

    private HardPoints(int capacity) {
        this.lonLat = new double[2 * capacity];
    }

    /** About {@code count} points, drawn from all edges of the shapes alike; longitude and latitude in turn. */
    static double[] round(List<GridShape> shapes, int count, long seed) {
        Random random = new Random(seed);
        HardPoints points = new HardPoints(count);
        while (points.size + 16 <= count) {
            Coordinate[] border =
                    shapes.get(random.nextInt(shapes.size())).polygon().getCoordinates();
            if (border.length > 0) {
                int i = 1 + random.nextInt(border.length - 1);
                points.addEdge(border[i - 1], border[i], border[random.nextInt(border.length)], random);
            }
        }
        return java.util.Arrays.copyOf(points.lonLat, 2 * points.size);
    }

    private void addEdge(Coordinate a, Coordinate b, Coordinate elsewhere, Random random) {
        double t = random.nextDouble();
        surround(a.x, a.y, random);
        surround((a.x + b.x) / 2, (a.y + b.y) / 2, random);
        surround(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, random);
        add(a.x, elsewhere.y);
        add(elsewhere.x, a.y);
        add(a.x + (a.x - b.x) * t, a.y + (a.y - b.y) * t);
        add(a.x + (elsewhere.x - a.x) * t, a.y + (elsewhere.y - a.y) * t);
    }

    private void surround(double x, double y, Random random) {
        double step = STEPS[random.nextInt(STEPS.length)];
        add(x, y);
        add(random.nextBoolean() ? Math.nextUp(x) : Math.nextDown(x), y);
        add(x, random.nextBoolean() ? Math.nextUp(y) : Math.nextDown(y));
        add(x + (random.nextInt(3) - 1) * step, y + (random.nextInt(3) - 1) * step);
    }

    private void add(double x, double y) {
        lonLat[2 * size] = x;
        lonLat[2 * size++ + 1] = y;
    }
}
