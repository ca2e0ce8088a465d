package org.gridward.mapdata.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;

/**
 * Divides the land between main roads into blocks: each block is halved by a street that follows the orientation field,
 * again and again, until it carries few enough households. A street ends at an existing junction where one is near.
 */
final class StreetCutter {
    /** A new street; {@code ratio} is how many final blocks lie on both sides of it. */
    record Cut(double ratio, double density, List<Coordinate> line) {}

    private record Hit(int segment, Coordinate point) {}

    private record Halves(Coordinate[] left, Coordinate[] right, List<Coordinate> line) {}

    private static final double CELL = 60;
    private final Terrain terrain;
    private final Orientation orientation;
    private final double blockWeight;
    private final SplittableRandom chance;
    private final Map<Long, List<Coordinate>> junctions = new HashMap<>();
    private final List<Cut> cuts = new ArrayList<>();

    StreetCutter(Terrain terrain, Orientation orientation, double blockWeight, SplittableRandom chance) {
        this.terrain = terrain;
        this.orientation = orientation;
        this.blockWeight = blockWeight;
        this.chance = chance;
    }

    /** The streets that divide one block (closed ring, metres); call block after block. */
    void divide(Coordinate[] block) {
        Deque<Coordinate[]> open = new ArrayDeque<>();
        open.push(block);
        while (!open.isEmpty()) {
            Coordinate[] ring = open.pop();
            double area = Math.abs(Area.ofRing(ring));
            List<double[]> samples = samples(ring, area);
            double mean = samples.stream().mapToDouble(s -> s[2]).average().orElse(0);
            double weight = mean * area / 10_000;
            double limit = blockWeight * (1.05 + 0.75 * chance.nextDouble());
            if (area < 9_000 || (weight < limit && area < 2_600_000)) {
                continue;
            }
            Halves best = best(ring, area, samples);
            if (best == null) {
                continue;
            }
            cuts.add(new Cut(Math.max(weight / blockWeight, area / 2_600_000), mean, best.line()));
            junction(best.line().get(0));
            junction(best.line().get(best.line().size() - 1));
            open.push(best.left());
            open.push(best.right());
        }
    }

    List<Cut> cuts() {
        return cuts;
    }

    /** Points inside the ring with the density at each, about eighty of them. */
    private List<double[]> samples(Coordinate[] ring, double area) {
        double step = Math.max(12, Math.sqrt(area / 80));
        double[] box = box(ring);
        List<double[]> out = new ArrayList<>();
        for (double y = box[1] + step / 2; y < box[3]; y += step) {
            for (double x = box[0] + step / 2; x < box[2]; x += step) {
                if (PointLocation.isInRing(new Coordinate(x, y), ring)) {
                    out.add(new double[] {x, y, terrain.density(x, y)});
                }
            }
        }
        return out;
    }

    private static double[] box(Coordinate[] ring) {
        double[] b = {1e9, 1e9, -1e9, -1e9};
        for (Coordinate c : ring) {
            b[0] = Math.min(b[0], c.x);
            b[1] = Math.min(b[1], c.y);
            b[2] = Math.max(b[2], c.x);
            b[3] = Math.max(b[3], c.y);
        }
        return b;
    }

    private Halves best(Coordinate[] ring, double area, List<double[]> samples) {
        double sx = 0;
        double sy = 0;
        double sw = 0;
        for (double[] s : samples) {
            sx += s[0] * s[2];
            sy += s[1] * s[2];
            sw += s[2];
        }
        if (sw <= 0) {
            return null;
        }
        double size = Math.sqrt(area);
        double cx = sx / sw;
        double cy = sy / sw;
        double angle = orientation.angle(cx, cy);
        Halves best = null;
        double bestScore = 40;
        for (int quarter = 0; quarter < 2; quarter++) {
            double a = angle + quarter * Math.PI / 2;
            for (double shift : new double[] {0, -0.16, 0.16, -0.3, 0.3}) {
                double off = (shift + 0.05 * (chance.nextDouble() - 0.5)) * size;
                Coordinate start = new Coordinate(cx - StrictMath.sin(a) * off, cy + StrictMath.cos(a) * off);
                Halves h = PointLocation.isInRing(start, ring) ? halve(ring, start, a, size) : null;
                double score = h == null ? 99 : score(h, ring, samples, size) + Math.abs(shift) * 0.6;
                if (score < bestScore) {
                    bestScore = score;
                    best = h;
                }
            }
        }
        return best;
    }

    private double score(Halves h, Coordinate[] ring, List<double[]> samples, double size) {
        double left = 1e-6;
        double right = 1e-6;
        for (double[] s : samples) {
            if (PointLocation.isInRing(new Coordinate(s[0], s[1]), h.left())) {
                left += s[2];
            } else {
                right += s[2];
            }
        }
        double balance = Math.abs(StrictMath.log(left / right));
        double length = 0;
        for (int i = 0; i + 1 < h.line().size(); i++) {
            length += h.line().get(i).distance(h.line().get(i + 1));
        }
        double corner = nearCorner(ring, h.line().get(0), size)
                + nearCorner(ring, h.line().get(h.line().size() - 1), size);
        return 0.8 * balance + stretched(h.left()) + stretched(h.right()) + 0.25 * length / size + corner;
    }

    /** 1 for a square, more the longer or more ragged a ring is. */
    private static double stretched(Coordinate[] ring) {
        double p = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            p += ring[i].distance(ring[i + 1]);
        }
        double a = Math.abs(Area.ofRing(ring));
        return a < 3_000 ? 30 : p * p / (16 * a);
    }

    private static double nearCorner(Coordinate[] ring, Coordinate p, double size) {
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

    private Halves halve(Coordinate[] ring, Coordinate start, double angle, double size) {
        List<Coordinate> forward = new ArrayList<>();
        List<Coordinate> backward = new ArrayList<>();
        Hit q = trace(ring, start, angle, size, forward);
        Hit p = trace(ring, start, angle + Math.PI, size, backward);
        if (p == null || q == null || p.segment() == q.segment() || p.point().distance(q.point()) < 40) {
            return null;
        }
        List<Coordinate> line = new ArrayList<>();
        line.add(p.point());
        for (int i = backward.size() - 1; i >= 0; i--) {
            line.add(backward.get(i));
        }
        line.add(start);
        line.addAll(forward);
        line.add(q.point());
        line = thin(line);
        return new Halves(side(ring, p, q, line, false), side(ring, q, p, line, true), line);
    }

    private static List<Coordinate> thin(List<Coordinate> line) {
        var l = Plane.METRES.createLineString(line.toArray(Coordinate[]::new));
        return new ArrayList<>(Arrays.asList(org.locationtech.jts.simplify.DouglasPeuckerSimplifier.simplify(l, 0.7)
                .getCoordinates()));
    }

    /** The ring that runs along the cut and then back along the old ring from the end of the cut to its start. */
    private static Coordinate[] side(Coordinate[] ring, Hit from, Hit to, List<Coordinate> line, boolean reversed) {
        int n = ring.length - 1;
        List<Coordinate> out = new ArrayList<>(line);
        if (reversed) {
            java.util.Collections.reverse(out);
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

    private Hit trace(Coordinate[] ring, Coordinate start, double heading, double size, List<Coordinate> out) {
        double step = Math.max(6, Math.min(50, size / 14));
        Coordinate at = start;
        double a = heading;
        for (int i = 0; i < 220; i++) {
            double half =
                    orientation.angleNear(at.x + StrictMath.cos(a) * step / 2, at.y + StrictMath.sin(a) * step / 2, a);
            double turn = Math.max(-0.12, Math.min(0.12, half - a));
            a += turn;
            Coordinate next = new Coordinate(at.x + StrictMath.cos(a) * step, at.y + StrictMath.sin(a) * step);
            Hit hit = crossing(ring, at, next);
            if (hit != null) {
                return atJunction(ring, hit, start, out, size);
            }
            out.add(next);
            at = next;
        }
        return null;
    }

    private static Hit crossing(Coordinate[] ring, Coordinate a, Coordinate b) {
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

    /** Leads the end of a street to a junction that already stands on this side of the block, if one is near. */
    private Hit atJunction(Coordinate[] ring, Hit hit, Coordinate start, List<Coordinate> line, double size) {
        Coordinate goal = nearestJunction(hit.point(), Math.min(55, size * 0.2));
        if (goal == null) {
            return hit;
        }
        for (int i = 0; i + 1 < ring.length; i++) {
            if (Distance.pointToSegment(goal, ring[i], ring[i + 1]) < 1e-4) {
                List<Coordinate> led = led(start, line, hit.point(), goal);
                if (led == null || leaves(ring, led)) {
                    return hit;
                }
                line.clear();
                line.addAll(led.subList(1, led.size() - 1));
                return new Hit(i, goal);
            }
        }
        return hit;
    }

    private Coordinate nearestJunction(Coordinate p, double reach) {
        Coordinate best = null;
        int cx = (int) Math.floor(p.x / CELL);
        int cy = (int) Math.floor(p.y / CELL);
        for (int i = cx - 1; i <= cx + 1; i++) {
            for (int j = cy - 1; j <= cy + 1; j++) {
                for (Coordinate c : junctions.getOrDefault(key(i, j), List.of())) {
                    double d = c.distance(p);
                    if (d < reach && (best == null || d < best.distance(p))) {
                        best = c;
                    }
                }
            }
        }
        return best;
    }

    /** The line with its last stretch leaned over so that it ends in the goal without a kink. */
    private static List<Coordinate> led(Coordinate start, List<Coordinate> line, Coordinate end, Coordinate goal) {
        List<Coordinate> all = new ArrayList<>();
        all.add(start);
        all.addAll(line);
        int lean = Math.min(all.size() - 1, 7);
        if (lean < 1) {
            return null;
        }
        int first = all.size() - lean;
        for (int i = first; i < all.size(); i++) {
            double f = (i - first + 1.0) / (lean + 1.0);
            Coordinate c = all.get(i);
            all.set(i, new Coordinate(c.x + (goal.x - end.x) * f, c.y + (goal.y - end.y) * f));
        }
        if (all.get(all.size() - 1).distance(goal) < 3) {
            all.remove(all.size() - 1);
        }
        all.add(goal);
        return all.size() < 2 ? null : all;
    }

    private static boolean leaves(Coordinate[] ring, List<Coordinate> line) {
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

    private void junction(Coordinate c) {
        junctions
                .computeIfAbsent(
                        key((int) Math.floor(c.x / CELL), (int) Math.floor(c.y / CELL)), k -> new ArrayList<>())
                .add(c);
    }

    private static long key(int i, int j) {
        return ((long) i << 32) ^ (j & 0xffffffffL);
    }
}
