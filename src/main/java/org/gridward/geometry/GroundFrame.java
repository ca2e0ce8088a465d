package org.gridward.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Metres per degree at one latitude of the WGS 84 ellipsoid: an equirectangular map, true to scale at its latitude.
 *
 * <p>x runs east, y north. Within 10 km of the point a length is right to 0.1 % at up to 50 degrees of latitude
 * (0.01 % within 1 km), an area taken at its mid latitude to 0.01 % up to 50 km. From the radii of curvature of the
 * meridian and the prime vertical (a = 6378137 m, 1/f = 298.257223563).
 */
record GroundFrame(double metersPerLonDegree, double metersPerLatDegree) {

    private static final double SEMI_MAJOR_METERS = 6378137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    static GroundFrame at(double lat) {
        double phi = Math.toRadians(lat);
        double w2 = 1 - E2 * Math.sin(phi) * Math.sin(phi);
        double primeVertical = SEMI_MAJOR_METERS / Math.sqrt(w2);
        double meridian = primeVertical * (1 - E2) / w2;
        return new GroundFrame(Math.toRadians(1) * primeVertical * Math.cos(phi), Math.toRadians(1) * meridian);
    }

    /** The ground area of a polygonal shape in square metres; 0 for points and lines. */
    static double areaSquareMeters(Geometry shape) {
        double area = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                area += area(part);
            }
        }
        return area;
    }

    private static double area(Polygon polygon) {
        Envelope box = polygon.getEnvelopeInternal();
        GroundFrame frame = at((box.getMinY() + box.getMaxY()) / 2);
        double squareDegrees = squareDegrees(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            squareDegrees -= squareDegrees(polygon.getInteriorRingN(i));
        }
        return squareDegrees * frame.metersPerLonDegree * frame.metersPerLatDegree;
    }

    /** Shoelace relative to the first vertex: rings of a square centimetre keep their digits. */
    private static double squareDegrees(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double x0 = points.getX(0);
        double y0 = points.getY(0);
        double sum = 0;
        for (int i = 2; i < points.size(); i++) {
            sum += (points.getX(i - 1) - x0) * (points.getY(i) - y0)
                    - (points.getX(i) - x0) * (points.getY(i - 1) - y0);
        }
        return Math.abs(sum) / 2;
    }

    /** The length of all borders of a shape in metres. */
    static double borderMeters(Geometry shape) {
        if (shape.isEmpty()) {
            return 0;
        }
        Envelope box = shape.getEnvelopeInternal();
        GroundFrame frame = at((box.getMinY() + box.getMaxY()) / 2);
        double length = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon part) {
                length += frame.lengthMeters(part.getExteriorRing());
                for (int k = 0; k < part.getNumInteriorRing(); k++) {
                    length += frame.lengthMeters(part.getInteriorRingN(k));
                }
            }
        }
        return length;
    }

    private double lengthMeters(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        double length = 0;
        for (int i = 1; i < points.length; i++) {
            length += Math.hypot(
                    (points[i].x - points[i - 1].x) * metersPerLonDegree,
                    (points[i].y - points[i - 1].y) * metersPerLatDegree);
        }
        return length;
    }
}
