package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Which way streets run: everywhere along or across the nearest main roads, shores and rivers (a smooth cross field). */
final class Orientation {
    private record Pull(double x, double y, double cos4, double sin4, double weight) {}

    private final Raster cos;
    private final Raster sin;

    Orientation(List<List<Coordinate>> roads, List<List<Coordinate>> shores) {
        List<Pull> pulls = new ArrayList<>();
        roads.forEach(l -> sample(l, 1.0, pulls));
        shores.forEach(l -> sample(l, 0.35, pulls));
        double[] flat = new double[pulls.size() * 4];
        for (int i = 0; i < pulls.size(); i++) {
            Pull p = pulls.get(i);
            double[] row = {p.x, p.y, p.cos4 * p.weight, p.sin4 * p.weight};
            System.arraycopy(row, 0, flat, i * 4, 4);
        }
        this.cos = new Raster(250, (x, y) -> sum(flat, x, y, 2));
        this.sin = new Raster(250, (x, y) -> sum(flat, x, y, 3));
    }

    private static void sample(List<Coordinate> line, double weight, List<Pull> out) {
        double carry = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            Coordinate a = line.get(i);
            Coordinate b = line.get(i + 1);
            carry += a.distance(b);
            if (carry < 220) {
                continue;
            }
            carry = 0;
            Coordinate from = line.get(Math.max(0, i - 2));
            double t = 4 * StrictMath.atan2(b.y - from.y, b.x - from.x);
            out.add(new Pull(b.x, b.y, StrictMath.cos(t), StrictMath.sin(t), weight));
        }
    }

    /** Pulls fade with the fourth power of the distance; beyond eight kilometres they are left out. */
    private static double sum(double[] pulls, double x, double y, int part) {
        double s = 0;
        for (int i = 0; i < pulls.length; i += 4) {
            double dx = pulls[i] - x;
            double dy = pulls[i + 1] - y;
            double d2 = dx * dx + dy * dy + 40_000;
            if (d2 < 64e6) {
                s += pulls[i + part] / (d2 * d2);
            }
        }
        return s * 1e10;
    }

    /** Angle in radians of one of the four street directions here. */
    double angle(double x, double y) {
        return StrictMath.atan2(sin.at(x, y), cos.at(x, y)) / 4;
    }

    /** The street direction here that is closest to a given heading. */
    double angleNear(double x, double y, double heading) {
        double a = angle(x, y);
        double quarter = Math.PI / 2;
        return a + quarter * StrictMath.rint((heading - a) / quarter);
    }
}
