package org.gridward.mapdata.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The drawing board of the demo city: metres east and north of its south-west corner.
 *
 * <p>Longitude and latitude are a plain linear stretch of it, so straight borders stay straight, and every coordinate
 * that leaves the board is rounded to 1e-7 degree (one centimetre).
 */
final class Plane {
    static final double WEST = 122.0;
    static final double SOUTH = 29.9;
    static final double EAST = 122.4;
    static final double NORTH = 30.25;
    static final double METERS_PER_DEGREE_LAT = 110_863.0;
    static final double METERS_PER_DEGREE_LON = 96_448.0;
    static final PrecisionModel CENTIMETRE = new PrecisionModel(1e7);
    static final GeometryFactory METRES = new GeometryFactory();
    static final GeometryFactory LONLAT = new GeometryFactory(new PrecisionModel(), 4326);

    private Plane() {}

    static double lon(double x) {
        return CENTIMETRE.makePrecise(WEST + x / METERS_PER_DEGREE_LON);
    }

    static double lat(double y) {
        return CENTIMETRE.makePrecise(SOUTH + y / METERS_PER_DEGREE_LAT);
    }

    static double x(double lon) {
        return (lon - WEST) * METERS_PER_DEGREE_LON;
    }

    static double y(double lat) {
        return (lat - SOUTH) * METERS_PER_DEGREE_LAT;
    }

    /** The same shape in degrees, rounded to a centimetre. */
    static Geometry toLonLat(Geometry metres) {
        return moved(LONLAT.createGeometry(metres), true);
    }

    /** The same shape on the drawing board. */
    static Geometry toMetres(Geometry lonLat) {
        return moved(METRES.createGeometry(lonLat), false);
    }

    static Coordinate toLonLat(Coordinate c) {
        return new Coordinate(lon(c.x), lat(c.y));
    }

    private static Geometry moved(Geometry copy, boolean out) {
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence s, int i) {
                double a = s.getOrdinate(i, 0);
                double b = s.getOrdinate(i, 1);
                s.setOrdinate(i, 0, out ? lon(a) : x(a));
                s.setOrdinate(i, 1, out ? lat(b) : y(b));
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
        return copy;
    }
}
