package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Distances from a point to the border of its own polygon and to the nearest other polygon, in metres. */
public final class BorderDistance {

    public record Nearest(int owner, double distanceToBorderMeters, int runnerUp, double runnerUpMeters) {}

    private record Edge(int polygon, Coordinate from, Coordinate to) {}

    private final List<GridShape> shapes;
    private final STRtree edges = new STRtree();
    private final GridLocator locator;

    private BorderDistance(List<GridShape> sorted) {
        shapes = sorted;
        locator = GridLocator.build(sorted);
        for (int i = 0; i < shapes.size(); i++) {
            Geometry border = shapes.get(i).polygon().getBoundary();
            for (int part = 0; part < border.getNumGeometries(); part++) {
                Coordinate[] ring = border.getGeometryN(part).getCoordinates();
                for (int k = 1; k < ring.length; k++) {
                    edges.insert(new Envelope(ring[k - 1], ring[k]), new Edge(i, ring[k - 1], ring[k]));
                }
            }
        }
        edges.build();
    }

    public static BorderDistance build(List<GridShape> shapes) {
        return new BorderDistance(
                shapes.stream().sorted(Comparator.comparing(GridShape::code)).toList());
    }

    public Nearest nearest(int owner, double lon, double lat) {
        double own = Double.POSITIVE_INFINITY;
        double other = Double.POSITIVE_INFINITY;
        int runnerUp = -1;
        double sx = Math.cos(Math.toRadians(lat)) * 111_319.49;
        double sy = 111_000;
        for (double reach = 0.002; reach < 4 && (own == Double.POSITIVE_INFINITY || runnerUp < 0); reach *= 4) {
            for (Edge edge : found(lon, lat, reach)) {
                double d = Distance.pointToSegment(
                        new Coordinate(0, 0),
                        new Coordinate((edge.from().x - lon) * sx, (edge.from().y - lat) * sy),
                        new Coordinate((edge.to().x - lon) * sx, (edge.to().y - lat) * sy));
                if (edge.polygon() == owner) {
                    own = Math.min(own, d);
                } else if (d < other) {
                    other = d;
                    runnerUp = edge.polygon();
                }
            }
        }
        return new Nearest(owner, own, runnerUp, other);
    }

    @SuppressWarnings("unchecked")
    private List<Edge> found(double lon, double lat, double reach) {
        return new ArrayList<>(edges.query(new Envelope(lon - reach, lon + reach, lat - reach, lat + reach)));
    }

    public double[] shares(double lon, double lat, double radiusMeters) {
        double[] shares = new double[shapes.size()];
        int owner = locator.locate(lon, lat);
        if (owner >= 0) {
            shares[owner] = 1;
        }
        return shares;
    }
}
