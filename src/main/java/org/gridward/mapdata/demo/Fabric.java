package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The planar map made of all lines: every crossing is a vertex of everything that meets there, on a one-centimetre
 * lattice. Its faces are the atoms that all grids are unions of, so grids nest and touch exactly by construction.
 */
final class Fabric {
    /** A line that goes in. {@code rank}: 0 coast or border, 1 expressway, 2 main, 3 river bank, 4 secondary, 5 residential, 6 lane. */
    record Line(int rank, int street, List<Coordinate> metres) {}

    /** A piece of line between two junctions, in degrees. */
    record Edge(int rank, int street, Coordinate[] line) {}

    /** What lies across one side of a face. */
    record Side(int face, double meters, int rank) {}

    /** One face; {@code shape} in degrees, {@code metres} on the drawing board. */
    record Face(int id, Polygon shape, Polygon metres, Point inside, double area, Map<Integer, Side> sides) {
        double x() {
            return inside.getX();
        }

        double y() {
            return inside.getY();
        }
    }

    final List<Edge> edges;
    final List<Face> faces;

    Fabric(List<Line> lines) {
        this.edges = node(lines);
        this.faces = faces(edges);
    }

    private static List<Edge> node(List<Line> lines) {
        List<SegmentString> in = new ArrayList<>();
        for (Line l : lines) {
            Coordinate[] c = l.metres().stream().map(Plane::toLonLat).toArray(Coordinate[]::new);
            in.add(new NodedSegmentString(c, l));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(Plane.CENTIMETRE);
        noder.computeNodes(in);
        Collection<?> out = noder.getNodedSubstrings();
        Map<List<Coordinate>, Edge> best = new LinkedHashMap<>();
        for (Object o : out) {
            SegmentString s = (SegmentString) o;
            Coordinate[] c = tidy(s.getCoordinates());
            if (c.length < 2) {
                continue;
            }
            Line l = (Line) s.getData();
            List<Coordinate> key = new ArrayList<>(List.of(c));
            if (c[0].compareTo(c[c.length - 1]) > 0) {
                java.util.Collections.reverse(key);
            }
            Edge e = new Edge(l.rank(), l.street(), c);
            best.merge(key, e, (a, b) -> a.rank() <= b.rank() ? a : b);
        }
        return List.copyOf(best.values());
    }

    private static Coordinate[] tidy(Coordinate[] c) {
        List<Coordinate> out = new ArrayList<>();
        for (Coordinate p : c) {
            Coordinate q = new Coordinate(Plane.CENTIMETRE.makePrecise(p.x), Plane.CENTIMETRE.makePrecise(p.y));
            if (out.isEmpty() || !out.get(out.size() - 1).equals2D(q)) {
                out.add(q);
            }
        }
        return out.toArray(Coordinate[]::new);
    }

    private static List<Face> faces(List<Edge> edges) {
        Polygonizer polygonizer = new Polygonizer();
        for (Edge e : edges) {
            polygonizer.add((Geometry) Plane.LONLAT.createLineString(e.line()));
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Object o : polygonizer.getPolygons()) {
            // The polygonizer starts rings where its hash order falls; normalized rings make the city repeatable.
            Polygon p = (Polygon) o;
            p.normalize();
            polygons.add(p);
        }
        polygons.sort((a, b) -> a.getExteriorRing()
                .getEnvelopeInternal()
                .compareTo(b.getExteriorRing().getEnvelopeInternal()));
        List<Face> faces = new ArrayList<>();
        Map<List<Coordinate>, Integer> owner = new HashMap<>();
        Map<List<Coordinate>, Integer> rank = new HashMap<>();
        for (Edge e : edges) {
            for (int i = 0; i + 1 < e.line().length; i++) {
                rank.merge(segment(e.line()[i], e.line()[i + 1]), e.rank(), Math::min);
            }
        }
        for (Polygon p : polygons) {
            Polygon m = (Polygon) Plane.toMetres(p.copy());
            int id = faces.size();
            faces.add(new Face(id, p, m, m.getInteriorPoint(), m.getArea(), new LinkedHashMap<>()));
            visit(p.getExteriorRing(), id, faces, owner, rank);
            for (int h = 0; h < p.getNumInteriorRing(); h++) {
                visit(p.getInteriorRingN(h), id, faces, owner, rank);
            }
        }
        return faces;
    }

    private static void visit(
            LineString ring,
            int id,
            List<Face> faces,
            Map<List<Coordinate>, Integer> owner,
            Map<List<Coordinate>, Integer> rank) {
        Coordinate[] c = ring.getCoordinates();
        for (int i = 0; i + 1 < c.length; i++) {
            List<Coordinate> key = segment(c[i], c[i + 1]);
            Integer other = owner.putIfAbsent(key, id);
            if (other != null && other != id) {
                double m = StrictMath.hypot(
                        (c[i].x - c[i + 1].x) * Plane.METERS_PER_DEGREE_LON,
                        (c[i].y - c[i + 1].y) * Plane.METERS_PER_DEGREE_LAT);
                int r = rank.getOrDefault(key, 6);
                join(faces.get(id), other, m, r);
                join(faces.get(other), id, m, r);
            }
        }
    }

    static void join(Face face, int other, double meters, int rank) {
        face.sides()
                .merge(
                        other,
                        new Side(other, meters, rank),
                        (a, b) -> new Side(
                                other, a.meters() + b.meters(), a.meters() > b.meters() ? a.rank() : b.rank()));
    }

    private static List<Coordinate> segment(Coordinate a, Coordinate b) {
        return a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a);
    }

    /** The union of some faces: shared sides vanish, all other vertices stay, so neighbours keep matching exactly. */
    MultiPolygon union(Collection<Integer> ids) {
        Geometry[] parts = ids.stream().sorted().map(i -> faces.get(i).shape()).toArray(Geometry[]::new);
        Geometry g = org.locationtech.jts.coverage.CoverageUnion.union(parts);
        g.normalize();
        return g instanceof MultiPolygon m ? m : Plane.LONLAT.createMultiPolygon(new Polygon[] {(Polygon) g});
    }
}
