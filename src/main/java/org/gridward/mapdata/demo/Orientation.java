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
        this.cos = new Raster(250, (x, y) -> sum(pulls, x, y, true));
        this.sin = new Raster(250, (x, y) -> sum(pulls, x, y, false));
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

    private static double sum(List<Pull> pulls, double x, double y, boolean cos) {
        double s = 0;
        for (Pull p : pulls) {
            double d2 = (p.x - x) * (p.x - x) + (p.y - y) * (p.y - y) + 40_000;
            double w = p.weight / (d2 * d2);
            s += w * (cos ? p.cos4 : p.sin4);
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
