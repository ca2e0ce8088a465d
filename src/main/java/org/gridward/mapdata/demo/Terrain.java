package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Land, water and hills on the drawing board, and how thickly people live there (households a hectare). */
final class Terrain {
    /** A named shape of nature. */
    record Shape(String kind, String nameZh, String nameEn, Geometry geometry) {}

    /** A village far from the towns, drawn by chance. */
    record Hamlet(double x, double y, double peak, double radius) {}

    final Polygon mainland;
    final List<Shape> islands = new ArrayList<>();
    final List<Shape> rivers = new ArrayList<>();
    final List<Shape> canals = new ArrayList<>();
    final List<Shape> lakes = new ArrayList<>();
    final List<Shape> hills = new ArrayList<>();
    final List<Hamlet> hamlets = new ArrayList<>();
    final Geometry land;
    /** The neighbouring counties inside the drawing board: no sea, no grid. */
    final Geometry beyond;

    final Geometry riverArea;
    private final PreparedGeometry standing;
    private final PreparedGeometry solid;
    private final PreparedGeometry obstacles;
    private final PreparedGeometry river;
    private final List<double[]> centres;
    private final List<PreparedGeometry> slopes = new ArrayList<>();
    private final Raster density;

    Terrain(Skeleton s, Seeds seeds) {
        this.mainland = mainland(s, seeds.of("coast"));
        SplittableRandom r = seeds.of("nature");
        for (Skeleton.Bone b : s.of("island")) {
            Coordinate c = b.points().get(0);
            double m = b.option(0) * 1000;
            Polygon blob = Curves.blob(c.x, c.y, m * 0.95, m * 0.8, 0.16, 40, r);
            List<Coordinate> shore = Curves.ragged(List.of(blob.getCoordinates()), 0.12, 45, r);
            islands.add(new Shape(
                    "island", b.nameZh(), b.nameEn(), Plane.METRES.createPolygon(shore.toArray(Coordinate[]::new))));
        }
        List<Geometry> landParts = new ArrayList<>(List.of(mainland));
        islands.forEach(i -> landParts.add(i.geometry()));
        this.land = UnaryUnionOp.union(landParts);
        this.solid = PreparedGeometryFactory.prepare(land);
        this.beyond = beyond(mainland);
        for (Skeleton.Bone b : s.of("river")) {
            List<Coordinate> line = Curves.ragged(Curves.smooth(b.points(), 700), 0.13, 260, r);
            line = Curves.smooth(line, 45);
            Geometry g = Curves.ribbon(line, b.option(0), b.option(1));
            rivers.add(new Shape("river", b.nameZh(), b.nameEn(), g));
        }
        Geometry water = UnaryUnionOp.union(rivers.stream().map(Shape::geometry).toList());
        this.riverArea = largestWithoutHoles(water.intersection(mainland));
        this.river = PreparedGeometryFactory.prepare(riverArea);
        for (Skeleton.Bone b : s.of("canal")) {
            List<Coordinate> line = Curves.smooth(b.points(), 60);
            LineString l = Plane.METRES.createLineString(line.toArray(Coordinate[]::new));
            Geometry g = l.buffer(b.option(0) / 2, 2).intersection(mainland);
            canals.add(new Shape("canal", b.nameZh(), b.nameEn(), g));
        }
        for (Skeleton.Bone b : s.of("lake")) {
            Coordinate c = b.points().get(0);
            double m = b.option(0) * 1000;
            Geometry g = Curves.blob(c.x, c.y, m, m * 0.75, 0.22, 72, r);
            lakes.add(new Shape("lake", b.nameZh(), b.nameEn(), g));
        }
        for (Skeleton.Bone b : s.of("hill")) {
            Coordinate c = b.points().get(0);
            Polygon blob = Curves.blob(c.x, c.y, b.option(0) * 850, b.option(1) * 850, 0.2, 60, r);
            List<Coordinate> foot = Curves.ragged(List.of(blob.getCoordinates()), 0.16, 50, r);
            Geometry g = Plane.METRES
                    .createPolygon(foot.toArray(Coordinate[]::new))
                    .buffer(0)
                    .intersection(land);
            hills.add(new Shape("hill", b.nameZh(), b.nameEn(), g));
            slopes.add(PreparedGeometryFactory.prepare(g));
        }
        List<Geometry> wet = new ArrayList<>();
        lakes.forEach(l -> wet.add(l.geometry()));
        canals.forEach(l -> wet.add(l.geometry()));
        wet.add(riverArea);
        this.standing = PreparedGeometryFactory.prepare(UnaryUnionOp.union(wet));
        hills.forEach(h -> wet.add(h.geometry()));
        this.obstacles = PreparedGeometryFactory.prepare(UnaryUnionOp.union(wet));
        this.centres = s.of("centre").stream()
                .map(b -> new double[] {
                    b.points().get(0).x, b.points().get(0).y, b.option(0), b.option(1) * b.option(1) * 1e6
                })
                .toList();
        settle(seeds.of("hamlets"));
        this.density = new Raster(100, this::densityExact);
    }

    private static Geometry largestWithoutHoles(Geometry g) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p && p.getArea() > 20_000) {
                parts.add(Plane.METRES.createPolygon(p.getExteriorRing().getCoordinates()));
            }
        }
        return UnaryUnionOp.union(parts);
    }

    private static Polygon mainland(Skeleton s, SplittableRandom r) {
        List<Coordinate> ring = new ArrayList<>();
        for (Skeleton.Bone b : s.of("coast")) {
            List<Coordinate> part = b.options().contains("straight")
                    ? new ArrayList<>(b.points())
                    : Curves.ragged(Curves.smooth(b.points(), 420), 0.13, 70, r);
            ring.addAll(ring.isEmpty() ? part : part.subList(1, part.size()));
        }
        List<Coordinate> border =
                Curves.ragged(Curves.smooth(s.of("land-border").get(0).points(), 500), 0.06, 130, r);
        ring.addAll(border.subList(1, border.size()));
        Polygon p = Plane.METRES.createPolygon(ring.toArray(Coordinate[]::new));
        Geometry sound = p.isValid() ? p : p.buffer(0);
        Polygon best = null;
        for (int i = 0; i < sound.getNumGeometries(); i++) {
            if (sound.getGeometryN(i) instanceof Polygon q && (best == null || q.getArea() > best.getArea())) {
                best = q;
            }
        }
        return Plane.METRES.createPolygon(best.getExteriorRing().getCoordinates());
    }

    private static Geometry beyond(Polygon mainland) {
        Coordinate[] frame = {
            new Coordinate(0, 1950), new Coordinate(1030, 2190), new Coordinate(9000, 20_000),
            new Coordinate(9000, 34_000), new Coordinate(23_500, 36_500), new Coordinate(24_000, 37_395),
            new Coordinate(24_300, 38_800), new Coordinate(0, 38_800), new Coordinate(0, 1950)
        };
        return Plane.METRES.createPolygon(frame).difference(mainland);
    }

    private void settle(SplittableRandom r) {
        for (int tries = 0; tries < 6000 && hamlets.size() < 190; tries++) {
            double x = 1500 + r.nextDouble() * 33_000;
            double y = 2500 + r.nextDouble() * 35_000;
            if (!solid.contains(Plane.METRES.createPoint(new Coordinate(x, y))) || hill(x, y) || wet(x, y)) {
                continue;
            }
            boolean crowded = townDensity(x, y) > 9;
            for (Hamlet h : hamlets) {
                crowded |= Math.abs(h.x() - x) < 1150 && Math.abs(h.y() - y) < 1150;
            }
            if (!crowded) {
                hamlets.add(new Hamlet(x, y, 14 + r.nextDouble() * 16, 170 + r.nextDouble() * 170));
            }
        }
    }

    boolean hill(double x, double y) {
        for (int i = 0; i < slopes.size(); i++) {
            if (hills.get(i).geometry().getEnvelopeInternal().contains(x, y)
                    && slopes.get(i).contains(Plane.METRES.createPoint(new Coordinate(x, y)))) {
                return true;
            }
        }
        return false;
    }

    boolean wet(double x, double y) {
        return standing.contains(Plane.METRES.createPoint(new Coordinate(x, y)));
    }

    boolean onDryLand(Coordinate c) {
        var p = Plane.METRES.createPoint(c);
        return solid.contains(p) && !standing.contains(p);
    }

    /** Whether a shape touches neither water nor hill. */
    boolean buildable(Geometry shape) {
        return obstacles.disjoint(shape);
    }

    boolean inRiver(Geometry shape) {
        return river.contains(shape);
    }

    /** Households a hectare that the neighbourhood of a point would carry, read from a 100 m raster. */
    double density(double x, double y) {
        return density.at(x, y);
    }

    private double townDensity(double x, double y) {
        double sum = 0;
        for (double[] c : centres) {
            double d2 = ((x - c[0]) * (x - c[0]) + (y - c[1]) * (y - c[1])) / c[3];
            if (d2 < 12) {
                sum = Math.max(sum, c[2] * StrictMath.exp(-0.5 * StrictMath.pow(d2, 0.85)));
            }
        }
        return sum;
    }

    private double densityExact(double x, double y) {
        double sum = townDensity(x, y);
        for (Hamlet h : hamlets) {
            double d2 = ((x - h.x()) * (x - h.x()) + (y - h.y()) * (y - h.y())) / (h.radius() * h.radius());
            if (d2 < 9) {
                sum = Math.max(sum, h.peak() * StrictMath.exp(-0.5 * d2));
            }
        }
        if (wet(x, y)) {
            return 0.05;
        }
        return hill(x, y) ? Math.min(0.25, sum * 0.03) : sum + 0.5;
    }
}
