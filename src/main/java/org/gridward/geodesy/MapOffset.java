package org.gridward.geodesy;

/** The forward formulas of the GCJ-02 and BD-09 map offsets (degrees in, degrees out) and a numerical way back. */
final class MapOffset {

    /** Semi-major axis and squared eccentricity of the Krassowsky ellipsoid, on which the offset is defined. */
    private static final double AXIS_METERS = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

    private static final double BD_TURN = Math.PI * 3000.0 / 180.0;
    private static final double CLOSE_DEGREES = 1e-12;
    private static final int MOST_STEPS = 40;

    private MapOffset() {}

    interface Forward {
        LonLat apply(double lon, double lat);
    }

    static boolean inBox(double lon, double lat) {
        return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    static LonLat wgsToGcj(double lon, double lat) {
        double x = lon - 105.0;
        double y = lat - 35.0;
        double shared = (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
        double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + shared;
        north += (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0;
        north += (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
        double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + shared;
        east += (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0;
        east += (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
        double phi = Math.toRadians(lat);
        double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridian = AXIS_METERS * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double parallel = AXIS_METERS / Math.sqrt(w) * Math.cos(phi);
        return new LonLat(lon + Math.toDegrees(east / parallel), lat + Math.toDegrees(north / meridian));
    }

    static LonLat gcjToBd(double lon, double lat) {
        double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_TURN);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_TURN);
        return new LonLat(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }

    /** Fixed-point iteration: the offsets change slowly (well under 1 % a step), so each step gains two digits. */
    static LonLat invert(Forward forward, double lon, double lat) {
        double guessLon = lon;
        double guessLat = lat;
        for (int step = 0; step < MOST_STEPS; step++) {
            LonLat image = forward.apply(guessLon, guessLat);
            double missLon = lon - image.lon();
            double missLat = lat - image.lat();
            guessLon += missLon;
            guessLat += missLat;
            if (Math.abs(missLon) < CLOSE_DEGREES && Math.abs(missLat) < CLOSE_DEGREES) {
                break;
            }
        }
        return new LonLat(guessLon, guessLat);
    }
}
