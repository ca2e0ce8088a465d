package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Polygon;

/** Smooth and ragged lines out of a few points, in metres. */
final class Curves {
    private Curves() {}

    /** A centripetal Catmull-Rom curve through the points; the points themselves stay vertices. */
    static List<Coordinate> smooth(List<Coordinate> p, double stepMeters) {
        boolean closed = p.get(0).equals2D(p.get(p.size() - 1));
        CoordinateList out = new CoordinateList();
        int n = p.size();
        for (int i = 0; i + 1 < n; i++) {
            Coordinate b = p.get(i);
            Coordinate c = p.get(i + 1);
            Coordinate a = i > 0 ? p.get(i - 1) : closed ? p.get(n - 2) : beyond(b, c);
            Coordinate d = i + 2 < n ? p.get(i + 2) : closed ? p.get(1) : beyond(c, b);
            int steps = Math.max(1, (int) (b.distance(c) / stepMeters));
            for (int s = 0; s < steps; s++) {
                out.add(s == 0 ? b.copy() : at(a, b, c, d, (double) s / steps), false);
            }
        }
        out.add(p.get(n - 1).copy(), false);
        return new ArrayList<>(out);
    }

    private static Coordinate beyond(Coordinate from, Coordinate other) {
        return new Coordinate(2 * from.x - other.x, 2 * from.y - other.y);
    }

    private static Coordinate at(Coordinate a, Coordinate b, Coordinate c, Coordinate d, double u) {
        double ta = knot(a, b);
        double tb = knot(b, c);
        double tc = knot(c, d);
        double t0 = 0;
        double t1 = ta;
        double t2 = t1 + tb;
        double t3 = t2 + tc;
        double t = t1 + u * tb;
        Coordinate a1 = mix(a, b, t0, t1, t);
        Coordinate a2 = mix(b, c, t1, t2, t);
        Coordinate a3 = mix(c, d, t2, t3, t);
        return mix(mix(a1, a2, t0, t2, t), mix(a2, a3, t1, t3, t), t1, t2, t);
    }

    private static double knot(Coordinate a, Coordinate b) {
        return Math.max(1e-6, Math.sqrt(a.distance(b)));
    }

    private static Coordinate mix(Coordinate a, Coordinate b, double ta, double tb, double t) {
        double f = (t - ta) / (tb - ta);
        return new Coordinate(a.x + (b.x - a.x) * f, a.y + (b.y - a.y) * f);
    }

    /** Midpoint displacement: a natural shore out of a smooth one. Ends stay where they are. */
    static List<Coordinate> ragged(List<Coordinate> line, double roughness, double smallestMeters, SplittableRandom r) {
        List<Coordinate> out = new ArrayList<>();
        for (int i = 0; i + 1 < line.size(); i++) {
            out.add(line.get(i));
            split(line.get(i), line.get(i + 1), roughness, smallestMeters, r, out);
        }
        out.add(line.get(line.size() - 1));
        return out;
    }

    private static void split(
            Coordinate a, Coordinate b, double rough, double least, SplittableRandom r, List<Coordinate> out) {
        double d = a.distance(b);
        if (d < least) {
            return;
        }
        double off = (r.nextDouble() - 0.5) * 2 * rough * d;
        Coordinate m = new Coordinate((a.x + b.x) / 2 - (b.y - a.y) / d * off, (a.y + b.y) / 2 + (b.x - a.x) / d * off);
        split(a, m, rough, least, r, out);
        out.add(m);
        split(m, b, rough, least, r, out);
    }

    /** A closed blob round a centre, its radius wavering with a few waves. */
    static Polygon blob(double cx, double cy, double rx, double ry, double wobble, int corners, SplittableRandom r) {
        double[] phase = new double[5];
        double[] size = new double[5];
        for (int k = 0; k < 5; k++) {
            phase[k] = r.nextDouble() * 2 * Math.PI;
            size[k] = wobble * (0.5 + r.nextDouble()) / (k + 1.0);
        }
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double t = 2 * Math.PI * i / corners;
            double f = 1;
            for (int k = 0; k < 5; k++) {
                f += size[k] * StrictMath.sin((k + 2) * t + phase[k]);
            }
            ring[i] = new Coordinate(cx + rx * f * StrictMath.cos(t), cy + ry * f * StrictMath.sin(t));
        }
        ring[corners] = ring[0].copy();
        return Plane.METRES.createPolygon(ring);
    }

    /** A ribbon along a line whose width grows from one end to the other. */
    static org.locationtech.jts.geom.Geometry ribbon(List<Coordinate> line, double fromWidth, double toWidth) {
        int n = line.size();
        Coordinate[] ring = new Coordinate[2 * n + 1];
        for (int i = 0; i < n; i++) {
            Coordinate a = line.get(Math.max(0, i - 1));
            Coordinate b = line.get(Math.min(n - 1, i + 1));
            double d = Math.max(1e-9, a.distance(b));
            double half = (fromWidth + (toWidth - fromWidth) * i / (n - 1)) / 2;
            double nx = -(b.y - a.y) / d * half;
            double ny = (b.x - a.x) / d * half;
            Coordinate c = line.get(i);
            ring[i] = new Coordinate(c.x + nx, c.y + ny);
            ring[2 * n - 1 - i] = new Coordinate(c.x - nx, c.y - ny);
        }
        ring[2 * n] = ring[0].copy();
        return Plane.METRES.createPolygon(ring).buffer(0.5, 1);
    }
}
