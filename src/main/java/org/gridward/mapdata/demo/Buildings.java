package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Footprints: rows of slabs, towers, houses, halls and shops in the blocks, along the streets around them. */
final class Buildings {
    /** One building: the face it stands in, its kind, and a rectangle on the drawing board. */
    record Building(int face, String kind, int floors, double x, double y, double angle, double length, double depth) {
        Polygon metres() {
            return rectangle(x, y, angle, length, depth);
        }
    }

    /** What is built in a block and how: sizes and spacing in metres. */
    private record Style(
            String kind,
            double length,
            double depth,
            double gapAlong,
            double gapAcross,
            double chance,
            double setback,
            int floors) {}

    private static final Style TOWER = new Style("tower", 30, 24, 22, 26, 0.85, 10, 24);
    private static final Style CORE = new Style("office", 46, 38, 12, 13, 0.9, 7, 9);
    private static final Style SLAB = new Style("residential", 48, 12, 10, 19, 0.93, 9, 7);
    private static final Style OLD = new Style("residential", 40, 11, 8, 15, 0.9, 6, 5);
    private static final Style HOUSE = new Style("house", 20, 11, 13, 19, 0.8, 7, 3);
    private static final Style FARM = new Style("house", 16, 10, 18, 24, 0.6, 8, 2);
    private static final Style HALL = new Style("industrial", 84, 42, 16, 18, 0.85, 12, 2);

    final List<Building> all = new ArrayList<>();
    final List<Integer> parks = new ArrayList<>();
    final List<Integer> industry = new ArrayList<>();
    private final Townscape city;
    private final SplittableRandom chance;

    Buildings(Townscape city, java.util.Set<Integer> reserved, SplittableRandom chance) {
        this.city = city;
        this.chance = chance;
        for (Fabric.Face f : city.fabric.faces) {
            if (!city.water[f.id()] && !reserved.contains(f.id())) {
                build(f);
            }
        }
    }

    private void build(Fabric.Face f) {
        double hh = city.weight[f.id()] / (f.area() / 10_000);
        double luck = chance.nextDouble();
        boolean works = industrial(f.x(), f.y()) && luck < 0.72 && f.area() < 900_000;
        if (works) {
            industry.add(f.id());
            fill(f, HALL, 0);
        } else if (hh > 14 && luck > 0.965) {
            parks.add(f.id());
        } else if (hh > 105) {
            fill(f, luck < 0.55 ? CORE : luck < 0.8 ? TOWER : SLAB, 0);
        } else if (hh > 60) {
            fill(f, luck < 0.12 ? CORE : luck < 0.4 ? TOWER : luck < 0.7 ? SLAB : OLD, 0);
        } else if (hh > 20) {
            fill(f, luck < 0.07 ? CORE : luck < 0.22 ? TOWER : luck < 0.72 ? SLAB : OLD, 0);
        } else if (hh > 6) {
            fill(f, luck < 0.2 ? OLD : HOUSE, 6);
        } else {
            fill(f, FARM, 9);
        }
    }

    /** Works stand by the harbour, in the north and by the western expressway. */
    private static boolean industrial(double x, double y) {
        return near(x, y, 21_400, 23_900, 1_000)
                || near(x, y, 20_900, 17_000, 1_100)
                || near(x, y, 20_900, 27_900, 1_300)
                || near(x, y, 8_600, 24_800, 1_100)
                || near(x, y, 10_200, 14_600, 1_000);
    }

    private static boolean near(double x, double y, double cx, double cy, double r) {
        return (x - cx) * (x - cx) + (y - cy) * (y - cy) < r * r;
    }

    private void fill(Fabric.Face f, Style s, double leastDensity) {
        boolean wide = f.area() > 250_000;
        for (Building b : rows(f, s.length(), s.depth(), s.gapAlong(), s.gapAcross(), s.setback())) {
            double thin = leastDensity > 0 ? Math.min(1, city.terrain.density(b.x(), b.y()) / 16) : 1;
            if (chance.nextDouble() > s.chance() * thin
                    || (leastDensity > 0 && city.terrain.density(b.x(), b.y()) < leastDensity)) {
                continue;
            }
            if (wide && leastDensity == 0 && !s.kind().equals("industrial") && city.terrain.density(b.x(), b.y()) < 5) {
                continue;
            }
            int floors = Math.max(1, (int) Math.round(s.floors() * (0.7 + 0.6 * chance.nextDouble())));
            double length = b.length() * (0.72 + 0.28 * chance.nextDouble());
            double depth = b.depth() * (0.85 + 0.15 * chance.nextDouble());
            all.add(new Building(f.id(), s.kind(), floors, b.x(), b.y(), b.angle(), length, depth));
        }
    }

    /** All places of a block where a rectangle of that size fits, in rows that look south as nearly as the streets allow. */
    List<Building> rows(Fabric.Face f, double length, double depth, double gapAlong, double gapAcross, double setback) {
        List<Building> out = new ArrayList<>();
        Geometry inner = f.metres().buffer(-setback, 1);
        if (inner.isEmpty()) {
            return out;
        }
        boolean free = city.terrain.buildable(inner);
        PreparedGeometry room = PreparedGeometryFactory.prepare(inner);
        double a = city.orientation.angleNear(f.x(), f.y(), 0);
        double c = StrictMath.cos(a);
        double s = StrictMath.sin(a);
        double[] box = turned(inner, c, s);
        double du = length + gapAlong;
        double dv = depth + gapAcross;
        int nu = (int) ((box[2] - box[0] + gapAlong) / du);
        int nv = (int) ((box[3] - box[1] + gapAcross) / dv);
        double u0 = (box[0] + box[2] - nu * du + gapAlong) / 2;
        double v0 = (box[1] + box[3] - nv * dv + gapAcross) / 2;
        for (int j = nv - 1; j >= 0; j--) {
            for (int i = 0; i < nu; i++) {
                double u = u0 + i * du + length / 2;
                double v = v0 + j * dv + depth / 2;
                double x = u * c - v * s;
                double y = u * s + v * c;
                Polygon p = rectangle(x, y, a, length, depth);
                if (room.contains(p) && (free || city.terrain.buildable(p))) {
                    out.add(new Building(f.id(), "", 0, x, y, a, length, depth));
                }
            }
        }
        return out;
    }

    private static double[] turned(Geometry g, double c, double s) {
        double[] b = {1e9, 1e9, -1e9, -1e9};
        for (Coordinate p : g.getCoordinates()) {
            double u = p.x * c + p.y * s;
            double v = -p.x * s + p.y * c;
            b[0] = Math.min(b[0], u);
            b[1] = Math.min(b[1], v);
            b[2] = Math.max(b[2], u);
            b[3] = Math.max(b[3], v);
        }
        return b;
    }

    static Polygon rectangle(double x, double y, double angle, double length, double depth) {
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        Coordinate[] ring = new Coordinate[5];
        double[][] corner = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (int i = 0; i < 4; i++) {
            double u = corner[i][0] * length / 2;
            double v = corner[i][1] * depth / 2;
            ring[i] = new Coordinate(x + u * c - v * s, y + u * s + v * c);
        }
        ring[4] = ring[0].copy();
        return Plane.METRES.createPolygon(ring);
    }
}
