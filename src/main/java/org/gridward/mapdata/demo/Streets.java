package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The streets by name: every cut that goes on straight over a junction belongs to the same street. */
final class Streets {
    static final String[] KINDS = {"", "motorway", "primary", "", "secondary", "residential", "lane"};

    /** A street: its kind, name and course in degrees. {@code edges} are its pieces between junctions. */
    record Street(int number, int rank, Names.Name name, Geometry course, List<Fabric.Edge> edges) {
        String kind() {
            return KINDS[rank];
        }
    }

    final List<Street> streets = new ArrayList<>();
    private final Townscape city;
    private final int[] parent;

    Streets(Townscape city, Names names) {
        this.city = city;
        this.parent = new int[city.cuts.size()];
        city.roads.forEach(r -> names.reserve(r.nameZh()));
        joinAcrossJunctions();
        Map<Integer, List<Fabric.Edge>> own = new TreeMap<>();
        for (Fabric.Edge e : city.fabric.edges) {
            if (e.street() >= 0) {
                own.computeIfAbsent(
                                e.street() < 1000 ? e.street() : 1000 + root(e.street() - 1000), k -> new ArrayList<>())
                        .add(e);
            }
        }
        Geometry lakes = Plane.toLonLat(org.locationtech.jts.operation.union.UnaryUnionOp.union(
                city.terrain.lakes.stream().map(Terrain.Shape::geometry).toList()));
        own.forEach((key, edges) -> {
            int rank = edges.stream().mapToInt(Fabric.Edge::rank).min().orElse(6);
            Geometry course = course(edges, key, lakes);
            if (!course.isEmpty()) {
                streets.add(new Street(streets.size() + 1, rank, name(key, rank, course, names), course, edges));
            }
        });
    }

    private Geometry course(List<Fabric.Edge> edges, int key, Geometry lakes) {
        LineMerger merger = new LineMerger();
        edges.forEach(e -> merger.add((Geometry) Plane.LONLAT.createLineString(e.line())));
        if (key < 1000) {
            for (List<Coordinate> l : city.roads.get(key).outside()) {
                Geometry line = Plane.METRES.createLineString(l.toArray(Coordinate[]::new));
                merger.add(Plane.toLonLat(line));
            }
        }
        List<LineString> lines = new ArrayList<>();
        for (Object o : merger.getMergedLineStrings()) {
            lines.add((LineString) o);
        }
        Geometry g = Plane.LONLAT.createMultiLineString(lines.toArray(LineString[]::new));
        return g.getEnvelopeInternal().intersects(lakes.getEnvelopeInternal()) && g.intersects(lakes)
                ? g.difference(lakes)
                : g;
    }

    private Names.Name name(int key, int rank, Geometry course, Names names) {
        if (key < 1000) {
            Townscape.Road r = city.roads.get(key);
            return new Names.Name(r.nameZh(), r.nameEn());
        }
        double dx = course.getEnvelopeInternal().getWidth();
        double dy = course.getEnvelopeInternal().getHeight();
        boolean eastWest = dx > dy;
        return switch (rank) {
            case 4 -> eastWest ? names.street("大街", "Avenue") : names.street("路", "Road");
            case 5 -> eastWest ? names.street("街", "Street") : names.street("路", "Road");
            default -> eastWest ? names.street("巷", "Lane") : names.street("弄", "Alley");
        };
    }

    private void joinAcrossJunctions() {
        Map<Coordinate, List<double[]>> ends = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            List<Coordinate> l = city.cuts.get(i).line();
            int n = l.size();
            end(ends, i, l.get(0), l.get(1));
            end(ends, i, l.get(n - 1), l.get(n - 2));
        }
        ends.values().forEach(this::joinStraightest);
    }

    private void joinStraightest(List<double[]> here) {
        for (int a = 0; a < here.size(); a++) {
            for (int b = a + 1; b < here.size(); b++) {
                double turn = Math.abs(StrictMath.cos((here.get(a)[1] - here.get(b)[1]) / 2));
                int i = (int) here.get(a)[0];
                int j = (int) here.get(b)[0];
                boolean alike = Math.abs(Townscape.rank(city.cuts.get(i)) - Townscape.rank(city.cuts.get(j))) <= 1;
                if (turn < 0.2 && alike) {
                    parent[root(Math.max(root(i), root(j)))] = Math.min(root(i), root(j));
                }
            }
        }
    }

    private static void end(Map<Coordinate, List<double[]>> ends, int cut, Coordinate at, Coordinate next) {
        ends.computeIfAbsent(at, k -> new ArrayList<>())
                .add(new double[] {cut, StrictMath.atan2(next.y - at.y, next.x - at.x)});
    }

    private int root(int i) {
        while (parent[i] != i) {
            i = parent[i];
        }
        return i;
    }
}
