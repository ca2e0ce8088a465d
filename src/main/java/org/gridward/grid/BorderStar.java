package org.gridward.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The stretches of border that leave one point, each with the grids whose border it is: two on a shared border, one on the
 * outer border of a layer. Exact on the coordinates as given: a point lies on an edge or it does not.
 */
final class BorderStar {

    /** A stretch from the point to ({@code toX}, {@code toY}), the nearest end of the edges that lie along it. */
    record Stretch(List<Integer> grids, Coordinate to) {}

    private final Coordinate at;
    private final List<List<Integer>> grids = new ArrayList<>();
    private final List<Coordinate> ends = new ArrayList<>();

    private BorderStar(double lon, double lat) {
        this.at = new Coordinate(lon, lat);
    }

    /** The stretches that leave the point along the borders of these grids; none when it lies inside all of them. */
    static List<Stretch> at(int[] holders, IntFunction<Geometry> shapes, double lon, double lat) {
        BorderStar star = new BorderStar(lon, lat);
        for (int holder : holders) {
            star.add(holder, shapes.apply(holder));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < star.ends.size(); i++) {
            stretches.add(new Stretch(star.grids.get(i), star.ends.get(i)));
        }
        return stretches;
    }

    private void add(int holder, Geometry shape) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            if (!part.getEnvelopeInternal().covers(at)) {
                continue;
            }
            ring(holder, part.getExteriorRing());
            for (int k = 0; k < part.getNumInteriorRing(); k++) {
                ring(holder, part.getInteriorRingN(k));
            }
        }
    }

    private void ring(int holder, LineString ring) {
        CoordinateSequence line = ring.getCoordinateSequence();
        for (int i = 1; i < line.size(); i++) {
            if (between(line.getX(i - 1), at.x, line.getX(i)) && between(line.getY(i - 1), at.y, line.getY(i))) {
                Coordinate from = line.getCoordinate(i - 1);
                Coordinate to = line.getCoordinate(i);
                if (Orientation.index(from, to, at) == Orientation.COLLINEAR) {
                    ray(holder, from);
                    ray(holder, to);
                }
            }
        }
    }

    private static boolean between(double one, double value, double other) {
        return one <= other ? one <= value && value <= other : other <= value && value <= one;
    }

    private void ray(int holder, Coordinate to) {
        if (to.equals2D(at)) {
            return;
        }
        for (int i = 0; i < ends.size(); i++) {
            Coordinate end = ends.get(i);
            if (sameSide(end.x - at.x, to.x - at.x)
                    && sameSide(end.y - at.y, to.y - at.y)
                    && Orientation.index(at, end, to) == Orientation.COLLINEAR) {
                if (!grids.get(i).contains(holder)) {
                    grids.get(i).add(holder);
                }
                if (at.distance(to) < at.distance(end)) {
                    ends.set(i, to);
                }
                return;
            }
        }
        ends.add(to);
        grids.add(new ArrayList<>(List.of(holder)));
    }

    private static boolean sameSide(double one, double other) {
        return Math.signum(one) == Math.signum(other);
    }
}
