package org.gridward.bench.locate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Moves the borders round one place as a planner would: the plane is pushed eastwards there, most in the middle and not at
 * all at the rim, so that shared borders stay shared and the city stays a partition.
 */
final class Redraw {

    /** The push in the middle as a share of the radius; below 0.6 the map stays one to one. */
    private static final double PUSH = 0.3;

    private final double lon;
    private final double lat;
    private final double radius;

    private Redraw(double lon, double lat, double radius) {
        this.lon = lon;
        this.lat = lat;
        this.radius = radius;
    }

    /** The changed grids of a redraw round a place that changes at least so many, and hardly more. */
    static List<GridShape> of(List<GridShape> shapes, double lon, double lat, int atLeast) {
        double low = 0;
        double high = 1e-3;
        while (new Redraw(lon, lat, high).changed(shapes).size() < atLeast) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < 8; step++) {
            double middle = (low + high) / 2;
            if (new Redraw(lon, lat, middle).changed(shapes).size() < atLeast) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Redraw(lon, lat, high).changed(shapes);
    }

    /** The whole layer after the redraw. */
    static List<GridShape> applied(List<GridShape> before, List<GridShape> changed) {
        Map<String, GridShape> byCode = new HashMap<>();
        changed.forEach(shape -> byCode.put(shape.code(), shape));
        return before.stream()
                .map(shape -> byCode.getOrDefault(shape.code(), shape))
                .toList();
    }

    private List<GridShape> changed(List<GridShape> shapes) {
        List<GridShape> changed = new ArrayList<>();
        for (GridShape shape : shapes) {
            if (shape.polygon().getEnvelopeInternal().distance(new Envelope(lon, lon, lat, lat)) < radius) {
                Geometry moved = shape.polygon().copy();
                moved.apply(new Mover());
                if (!moved.equalsExact(shape.polygon())) {
                    changed.add(new GridShape(shape.code(), moved));
                }
            }
        }
        return changed;
    }

    private final class Mover implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence vertices, int i) {
            Coordinate at = vertices.getCoordinate(i);
            double away = Math.hypot(at.x - lon, at.y - lat) / radius;
            if (away < 1) {
                double share = (1 - away * away) * (1 - away * away);
                vertices.setOrdinate(i, CoordinateSequence.X, Math.round((at.x + PUSH * radius * share) * 1e7) / 1e7);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
