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
 * (0.01 % within 1 km). From the radii of curvature of the
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

    /** The ground area of a polygonal shape in square metres (see {@link GroundArea}); 0 for points and lines. */
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
        double area = area(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= area(polygon.getInteriorRingN(i));
        }
        return area;
    }

    private static double area(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        GroundArea ground = new GroundArea(points.getY(0));
        for (int i = 1; i < points.size(); i++) {
            ground.add(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
        }
        return Math.abs(ground.squareMeters());
    }

    /** The length of a straight line in the map at its middle. */
    static double metersBetween(double lon1, double lat1, double lon2, double lat2) {
        GroundFrame frame = at((lat1 + lat2) / 2);
        return Math.hypot((lon2 - lon1) * frame.metersPerLonDegree, (lat2 - lat1) * frame.metersPerLatDegree);
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
