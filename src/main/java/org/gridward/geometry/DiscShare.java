package org.gridward.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The share of a disc that a polygon holds, in closed form.
 *
 * <p>Each edge, with the disc's centre, spans a triangle; the part of it inside the disc is at most one triangle
 * between two sectors. Their signed sum over a ring is the area that ring and disc have in common (Green's theorem).
 * Rounding: below 1e-9 of the disc for radii from a millimetre up. Cost: one step an edge of the polygon.
 */
final class DiscShare {

    private final double lon;
    private final double lat;
    private final double radius2;
    private final GroundFrame frame;

    DiscShare(double lon, double lat, double radiusMeters) {
        this.lon = lon;
        this.lat = lat;
        this.radius2 = radiusMeters * radiusMeters;
        this.frame = GroundFrame.at(lat);
    }

    /** Between 0 and 1. */
    double of(Geometry shape) {
        double area = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            area += common(part.getExteriorRing());
            for (int k = 0; k < part.getNumInteriorRing(); k++) {
                area -= common(part.getInteriorRingN(k));
            }
        }
        double share = area / (Math.PI * radius2);
        return share < 1e-9 ? 0 : Math.min(1, share);
    }

    private double common(LineString ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += common(
                    (points.getX(i - 1) - lon) * frame.metersPerLonDegree(),
                    (points.getY(i - 1) - lat) * frame.metersPerLatDegree(),
                    (points.getX(i) - lon) * frame.metersPerLonDegree(),
                    (points.getY(i) - lat) * frame.metersPerLatDegree());
        }
        return Math.abs(sum);
    }

    private double common(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double a = dx * dx + dy * dy;
        double b = x1 * dx + y1 * dy;
        double discriminant = b * b - a * (x1 * x1 + y1 * y1 - radius2);
        if (a == 0 || discriminant <= 0) {
            return sector(x1, y1, x2, y2);
        }
        double root = Math.sqrt(discriminant);
        double enter = Math.max(0, (-b - root) / a);
        double leave = Math.min(1, (-b + root) / a);
        if (enter >= leave) {
            return sector(x1, y1, x2, y2);
        }
        double ex = x1 + enter * dx;
        double ey = y1 + enter * dy;
        double lx = x1 + leave * dx;
        double ly = y1 + leave * dy;
        double before = enter > 0 ? sector(x1, y1, ex, ey) : 0;
        double after = leave < 1 ? sector(lx, ly, x2, y2) : 0;
        return before + (ex * ly - lx * ey) / 2 + after;
    }

    private double sector(double x1, double y1, double x2, double y2) {
        return radius2 / 2 * Math.atan2(x1 * y2 - x2 * y1, x1 * x2 + y1 * y2);
    }
}
