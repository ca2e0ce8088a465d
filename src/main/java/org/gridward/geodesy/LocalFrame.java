package org.gridward.geodesy;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A flat frame in metres around one point: x east, y north, from WGS 84 degrees and back.
 *
 * <p>Degrees are scaled by the ellipsoid's two radii of curvature at the origin. Within 10 km of the origin lengths are
 * right to about 0.1 %, within 50 km to about 0.5 %; it is meant for distances and areas inside one district, not for
 * surveys. Formulas: meridian and prime-vertical radii of curvature (GB/T 17798, any geodesy text).
 */
public final class LocalFrame {

    private static final double AXIS_METERS = 6378137.0;
    private static final double ECCENTRICITY_SQUARED = 0.0066943799901413165;

    private final double originLon;
    private final double originLat;
    private final double metersPerLonDegree;
    private final double metersPerLatDegree;

    private LocalFrame(double lon, double lat) {
        this.originLon = lon;
        this.originLat = lat;
        double phi = Math.toRadians(lat);
        double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        this.metersPerLatDegree = Math.toRadians(AXIS_METERS * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w)));
        this.metersPerLonDegree = Math.toRadians(AXIS_METERS / Math.sqrt(w) * Math.cos(phi));
    }

    /** The frame around a point, degrees of WGS 84; the point itself becomes (0, 0). */
    public static LocalFrame at(double lon, double lat) {
        if (!new LonLat(lon, lat).onGlobe()) {
            throw new IllegalArgumentException("No local frame at lon " + lon + ", lat " + lat);
        }
        return new LocalFrame(lon, lat);
    }

    /** Metres east of the origin. */
    public double x(double lon) {
        return (lon - originLon) * metersPerLonDegree;
    }

    /** Metres north of the origin. */
    public double y(double lat) {
        return (lat - originLat) * metersPerLatDegree;
    }

    /** Metres back to degrees. */
    public LonLat toLonLat(double x, double y) {
        return new LonLat(originLon + x / metersPerLonDegree, originLat + y / metersPerLatDegree);
    }

    /** Straight distance in metres between two points given in degrees. */
    public double metersBetween(double lon1, double lat1, double lon2, double lat2) {
        return Math.hypot((lon2 - lon1) * metersPerLonDegree, (lat2 - lat1) * metersPerLatDegree);
    }

    /** A copy of a shape given in degrees, in metres of this frame. */
    public Geometry toMeters(Geometry degrees) {
        return each(degrees, (lon, lat) -> new LonLat(x(lon), y(lat)));
    }

    /** A copy of a shape given in metres of this frame, in degrees. */
    public Geometry toLonLat(Geometry meters) {
        return each(meters, this::toLonLat);
    }

    /** Area in square metres of a shape given in degrees. */
    public double areaSquareMeters(Geometry degrees) {
        return degrees.getArea() * metersPerLonDegree * metersPerLatDegree;
    }

    static Geometry each(Geometry shape, MapOffset.Forward move) {
        Geometry copy = shape.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence line, int i) {
                LonLat moved = move.apply(line.getX(i), line.getY(i));
                line.setOrdinate(i, CoordinateSequence.X, moved.lon());
                line.setOrdinate(i, CoordinateSequence.Y, moved.lat());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        copy.geometryChanged();
        return copy;
    }
}
