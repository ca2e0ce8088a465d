package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

/** What {@link StreetCutter} asks of closed rings in metres. */
final class Rings {
    /** A point on a ring and the segment it lies on. */
    record Hit(int segment, Coordinate point) {}

    private Rings() {}

    /** West, south, east, north. */
    static double[] box(Coordinate[] ring) {
        double[] b = {1e9, 1e9, -1e9, -1e9};
        for (Coordinate c : ring) {
            b[0] = Math.min(b[0], c.x);
            b[1] = Math.min(b[1], c.y);
            b[2] = Math.max(b[2], c.x);
            b[3] = Math.max(b[3], c.y);
        }
        return b;
    }

    /** 1 for a square, more the longer or more ragged a ring is. */
    static double stretched(Coordinate[] ring) {
        double p = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            p += ring[i].distance(ring[i + 1]);
        }
        double a = Math.abs(Area.ofRing(ring));
        return a < 3_000 ? 30 : p * p / (16 * a);
    }

    /** A penalty for a street that ends beside a corner of the block instead of at it. */
    static double nearCorner(Coordinate[] ring, Coordinate p, double size) {
        double worst = 0;
        double reach = Math.min(45, size * 0.16);
        for (int i = 0; i + 1 < ring.length; i++) {
            if (ring[i].distance(p) < reach && ring[i].distance(p) > 0.01) {
                Coordinate a = ring[(i + ring.length - 2) % (ring.length - 1)];
                Coordinate b = ring[i + 1];
                double t1 = StrictMath.atan2(ring[i].y - a.y, ring[i].x - a.x);
                double t2 = StrictMath.atan2(b.y - ring[i].y, b.x - ring[i].x);
                if (Math.abs(StrictMath.sin((t2 - t1) / 2)) > 0.3) {
                    worst = Math.max(worst, 1.6);
                }
            }
        }
        return worst;
    }

    /** The ring that runs along the cut and then back along the old ring from the end of the cut to its start. */
    static Coordinate[] side(Coordinate[] ring, Hit from, Hit to, List<Coordinate> line, boolean reversed) {
        int n = ring.length - 1;
        List<Coordinate> out = new ArrayList<>(line);
        if (reversed) {
            Collections.reverse(out);
        }
        for (int i = (to.segment() + 1) % n; ; i = (i + 1) % n) {
            add(out, ring[i]);
            if (i == from.segment()) {
                break;
            }
        }
        add(out, out.get(0));
        return out.toArray(Coordinate[]::new);
    }

    private static void add(List<Coordinate> out, Coordinate c) {
        if (out.get(out.size() - 1).distance(c) > 1e-7) {
            out.add(c);
        }
    }

    /** Where the stretch from a to b first meets the ring, or null. */
    static Hit crossing(Coordinate[] ring, Coordinate a, Coordinate b) {
        double best = 2;
        Hit hit = null;
        double rx = b.x - a.x;
        double ry = b.y - a.y;
        for (int i = 0; i + 1 < ring.length; i++) {
            double sx = ring[i + 1].x - ring[i].x;
            double sy = ring[i + 1].y - ring[i].y;
            double den = rx * sy - ry * sx;
            if (den == 0) {
                continue;
            }
            double t = ((ring[i].x - a.x) * sy - (ring[i].y - a.y) * sx) / den;
            double u = ((ring[i].x - a.x) * ry - (ring[i].y - a.y) * rx) / den;
            if (t >= 0 && t <= 1 && u >= 0 && u <= 1 && t < best) {
                best = t;
                hit = new Hit(i, new Coordinate(ring[i].x + u * sx, ring[i].y + u * sy));
            }
        }
        return hit;
    }

    /** Whether a line that ends on the ring meets it anywhere before. */
    static boolean leaves(Coordinate[] ring, List<Coordinate> line) {
        for (int i = 0; i + 1 < line.size(); i++) {
            Coordinate b = line.get(i + 1);
            Coordinate to = i + 2 < line.size() ? b : towards(line.get(i), b);
            if (crossing(ring, line.get(i), to) != null) {
                return true;
            }
        }
        return false;
    }

    private static Coordinate towards(Coordinate a, Coordinate b) {
        return new Coordinate(a.x + (b.x - a.x) * 0.999, a.y + (b.y - a.y) * 0.999);
    }
}
