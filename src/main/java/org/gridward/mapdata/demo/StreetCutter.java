package org.gridward.mapdata.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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

    private record Halves(Coordinate[] left, Coordinate[] right, List<Coordinate> line) {}

    private final Terrain terrain;
    private final Orientation orientation;
    private final double blockWeight;
    private final SplittableRandom chance;
    private final Junctions junctions = new Junctions();
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
            junctions.add(best.line().get(0));
            junctions.add(best.line().get(best.line().size() - 1));
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
        double[] box = Rings.box(ring);
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
        double corner = Rings.nearCorner(ring, h.line().get(0), size)
                + Rings.nearCorner(ring, h.line().get(h.line().size() - 1), size);
        return 0.8 * balance + Rings.stretched(h.left()) + Rings.stretched(h.right()) + 0.25 * length / size + corner;
    }

    private Halves halve(Coordinate[] ring, Coordinate start, double angle, double size) {
        List<Coordinate> forward = new ArrayList<>();
        List<Coordinate> backward = new ArrayList<>();
        Rings.Hit q = trace(ring, start, angle, size, forward);
        Rings.Hit p = trace(ring, start, angle + Math.PI, size, backward);
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
        return new Halves(Rings.side(ring, p, q, line, false), Rings.side(ring, q, p, line, true), line);
    }

    private static List<Coordinate> thin(List<Coordinate> line) {
        var l = Plane.METRES.createLineString(line.toArray(Coordinate[]::new));
        return new ArrayList<>(Arrays.asList(org.locationtech.jts.simplify.DouglasPeuckerSimplifier.simplify(l, 0.7)
                .getCoordinates()));
    }

    private Rings.Hit trace(Coordinate[] ring, Coordinate start, double heading, double size, List<Coordinate> out) {
        double step = Math.max(6, Math.min(50, size / 14));
        Coordinate at = start;
        double a = heading;
        for (int i = 0; i < 220; i++) {
            double half =
                    orientation.angleNear(at.x + StrictMath.cos(a) * step / 2, at.y + StrictMath.sin(a) * step / 2, a);
            double turn = Math.max(-0.12, Math.min(0.12, half - a));
            a += turn;
            Coordinate next = new Coordinate(at.x + StrictMath.cos(a) * step, at.y + StrictMath.sin(a) * step);
            Rings.Hit hit = Rings.crossing(ring, at, next);
            if (hit != null) {
                return atJunction(ring, hit, start, out, size);
            }
            out.add(next);
            at = next;
        }
        return null;
    }

    /** Leads the end of a street to a junction that already stands on this side of the block, if one is near. */
    private Rings.Hit atJunction(
            Coordinate[] ring, Rings.Hit hit, Coordinate start, List<Coordinate> line, double size) {
        Coordinate goal = junctions.nearest(hit.point(), Math.min(55, size * 0.2));
        if (goal == null) {
            return hit;
        }
        for (int i = 0; i + 1 < ring.length; i++) {
            if (Distance.pointToSegment(goal, ring[i], ring[i + 1]) < 1e-4) {
                List<Coordinate> led = led(start, line, hit.point(), goal);
                if (led == null || Rings.leaves(ring, led)) {
                    return hit;
                }
                line.clear();
                line.addAll(led.subList(1, led.size() - 1));
                return new Rings.Hit(i, goal);
            }
        }
        return hit;
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
}
