package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The street network and its blocks: main roads from the skeleton, all others cut between them. */
final class Townscape {
    /** A main road as drawn; {@code outside} holds sea bridges and the way on into the next county. */
    record Road(
            String kind, String nameZh, String nameEn, List<List<Coordinate>> parts, List<List<Coordinate>> outside) {}

    final Terrain terrain;
    final List<Road> roads = new ArrayList<>();
    final List<StreetCutter.Cut> cuts;
    final Fabric fabric;
    final Orientation orientation;
    final double[] weight;
    final boolean[] water;
    /** For each face the block between main roads that it lies in. */
    final List<Polygon> superblocks;

    Townscape(Skeleton s, Terrain terrain, Seeds seeds, double households, int blocks) {
        this.terrain = terrain;
        List<List<Coordinate>> drawn = new ArrayList<>();
        List<Skeleton.Bone> bones = new ArrayList<>(s.of("expressway"));
        bones.addAll(s.of("main"));
        for (Skeleton.Bone b : bones) {
            drawn.add(Curves.smooth(b.points(), 55));
        }
        for (int i = 0; i < bones.size(); i++) {
            drawn.set(i, joinEnds(i, drawn));
            roads.add(road(bones.get(i), drawn.get(i)));
        }
        List<Fabric.Line> lines = frame();
        Fabric coarse = new Fabric(lines);
        this.superblocks = coarse.faces.stream().map(Fabric.Face::metres).toList();
        List<List<Coordinate>> shores = new ArrayList<>();
        shores.add(Arrays.asList(terrain.mainland.getCoordinates()));
        terrain.islands.forEach(i -> shores.add(Arrays.asList(i.geometry().getCoordinates())));
        shores.add(Arrays.asList(terrain.riverArea.getCoordinates()));
        this.orientation = new Orientation(drawn, shores);
        StreetCutter cutter = new StreetCutter(terrain, orientation, households / blocks, seeds.of("streets"));
        for (Fabric.Face f : coarse.faces) {
            if (!inRiver(f)) {
                cutter.divide(f.metres().getExteriorRing().getCoordinates());
            }
        }
        this.cuts = cutter.cuts();
        for (int i = 0; i < cuts.size(); i++) {
            lines.add(new Fabric.Line(rank(cuts.get(i)), 1000 + i, cuts.get(i).line()));
        }
        this.fabric = new Fabric(lines);
        this.water = new boolean[fabric.faces.size()];
        this.weight = new double[fabric.faces.size()];
        for (Fabric.Face f : fabric.faces) {
            water[f.id()] = inRiver(f);
            weight[f.id()] = water[f.id()] ? 0.01 : f.area() / 10_000 * meanDensity(f);
        }
        bridgeIslands();
    }

    private Road road(Skeleton.Bone b, List<Coordinate> line) {
        LineString l = Plane.METRES.createLineString(line.toArray(Coordinate[]::new));
        List<List<Coordinate>> outside = new ArrayList<>(parts(l.intersection(terrain.beyond), 30));
        if (b.kind().equals("expressway")) {
            for (List<Coordinate> span : parts(l.difference(terrain.land).difference(terrain.beyond), 200)) {
                if (onLand(span.get(0)) && onLand(span.get(span.size() - 1))) {
                    outside.add(span);
                }
            }
        }
        return new Road(b.kind(), b.nameZh(), b.nameEn(), parts(l.intersection(terrain.land), 30), outside);
    }

    private boolean onLand(Coordinate c) {
        return terrain.land.distance(Plane.METRES.createPoint(c)) < 1;
    }

    /** A road whose end stops short of another road, or just past it, ends on that road. */
    private static List<Coordinate> joinEnds(int road, List<List<Coordinate>> all) {
        List<Coordinate> line = new ArrayList<>(all.get(road));
        if (line.get(0).equals2D(line.get(line.size() - 1))) {
            return line;
        }
        for (int end = 0; end < 2; end++) {
            Coordinate p = line.get(line.size() - 1);
            Coordinate best = null;
            for (int j = 0; j < all.size(); j++) {
                for (Coordinate c : j == road ? List.<Coordinate>of() : all.get(j)) {
                    if (c.distance(p) < 750 && (best == null || c.distance(p) < best.distance(p))) {
                        best = c;
                    }
                }
            }
            if (best != null) {
                Coordinate goal = best;
                double cut = Math.max(300, goal.distance(p) * 1.6);
                while (line.size() > 4 && line.get(line.size() - 1).distance(goal) < cut) {
                    line.remove(line.size() - 1);
                }
                line.add(goal);
            }
            java.util.Collections.reverse(line);
        }
        return line;
    }

    private static List<List<Coordinate>> parts(Geometry g, double leastMeters) {
        List<List<Coordinate>> out = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i).getLength() > leastMeters) {
                out.add(Arrays.asList(g.getGeometryN(i).getCoordinates()));
            }
        }
        return out;
    }

    private List<Fabric.Line> frame() {
        List<Fabric.Line> lines = new ArrayList<>();
        lines.add(new Fabric.Line(0, -1, Arrays.asList(terrain.mainland.getCoordinates())));
        for (Terrain.Shape i : terrain.islands) {
            lines.add(new Fabric.Line(0, -1, Arrays.asList(i.geometry().getCoordinates())));
        }
        Geometry banks = terrain.riverArea.getBoundary();
        for (int i = 0; i < banks.getNumGeometries(); i++) {
            lines.add(new Fabric.Line(3, -2, Arrays.asList(banks.getGeometryN(i).getCoordinates())));
        }
        for (int r = 0; r < roads.size(); r++) {
            int rank = roads.get(r).kind().equals("expressway") ? 1 : 2;
            for (List<Coordinate> p : roads.get(r).parts()) {
                lines.add(new Fabric.Line(rank, r, p));
            }
        }
        return lines;
    }

    private boolean inRiver(Fabric.Face f) {
        return terrain.inRiver(f.inside());
    }

    static int rank(StreetCutter.Cut cut) {
        double big = cut.density() < 6 ? 2.2 : 1;
        return cut.ratio() > 16 * big ? 4 : cut.ratio() > 3.4 ? 5 : 6;
    }

    private double meanDensity(Fabric.Face f) {
        double sum = terrain.density(f.x(), f.y());
        int n = 1;
        Point c = f.metres().getCentroid();
        Coordinate[] ring = f.metres().getExteriorRing().getCoordinates();
        for (int i = 0; i < ring.length; i += Math.max(1, ring.length / 12)) {
            for (double t : new double[] {0.35, 0.7}) {
                sum += terrain.density(c.getX() + (ring[i].x - c.getX()) * t, c.getY() + (ring[i].y - c.getY()) * t);
                n++;
            }
        }
        return sum / n;
    }

    /** Ties each island to the nearest blocks across the water (a ferry line), so that districts can hold islands. */
    private void bridgeIslands() {
        Set<Integer> joined = reach(largest());
        while (joined.size() < fabric.faces.size()) {
            List<Fabric.Face> mainland = joined.stream().map(fabric.faces::get).toList();
            int a = -1;
            int b = -1;
            double best = Double.MAX_VALUE;
            for (Fabric.Face f : fabric.faces) {
                if (joined.contains(f.id())) {
                    continue;
                }
                for (Fabric.Face g : mainland) {
                    double dx = f.x() - g.x();
                    double d = dx * dx + (f.y() - g.y()) * (f.y() - g.y());
                    if (d < best) {
                        best = d;
                        a = f.id();
                        b = g.id();
                    }
                }
            }
            Fabric.join(fabric.faces.get(a), b, 0, 0);
            Fabric.join(fabric.faces.get(b), a, 0, 0);
            joined.addAll(reach(a));
        }
    }

    /** The face nearest to the middle of the people of some faces. */
    Fabric.Face heart(List<Integer> faces) {
        double x = 0;
        double y = 0;
        double w = 0;
        for (int f : faces) {
            x += fabric.faces.get(f).x() * weight[f];
            y += fabric.faces.get(f).y() * weight[f];
            w += weight[f];
        }
        double cx = x / w;
        double cy = y / w;
        return faces.stream()
                .map(fabric.faces::get)
                .min(Comparator.comparingDouble((Fabric.Face f) -> StrictMath.hypot(f.x() - cx, f.y() - cy)))
                .orElseThrow();
    }

    private int largest() {
        return fabric.faces.stream()
                .max(Comparator.comparingInt((Fabric.Face f) -> f.sides().size()))
                .orElseThrow()
                .id();
    }

    private Set<Integer> reach(int start) {
        Set<Integer> seen = new HashSet<>(Set.of(start));
        List<Integer> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (Fabric.Side s :
                    fabric.faces.get(open.remove(open.size() - 1)).sides().values()) {
                if (seen.add(s.face())) {
                    open.add(s.face());
                }
            }
        }
        return seen;
    }
}
