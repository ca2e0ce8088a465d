package org.gridward.bench;

/** The plain map of the made-up city: metres east and north of its centre, degrees, and vertices packed in a long. */
final class LocalDegrees {

    private static final double CENTER_LON = 116.40;
    private static final double CENTER_LAT = 39.90;
    private static final double METERS_PER_LAT = 111_030;
    private static final double METERS_PER_LON = 85_520;
    private static final double STEPS_PER_DEGREE = 1e7;

    private LocalDegrees() {}

    static double lon(double x) {
        return CENTER_LON + x / METERS_PER_LON;
    }

    static double lat(double y) {
        return CENTER_LAT + y / METERS_PER_LAT;
    }

    static double rounded(double degrees) {
        return Math.rint(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }

    /** A vertex as whole steps of 1e-7 degrees: longitude in the high half, latitude in the low one. */
    static long vertex(double x, double y) {
        long east = Math.round(lon(x) * STEPS_PER_DEGREE);
        long north = Math.round(lat(y) * STEPS_PER_DEGREE);
        return east << 32 | north & 0xffffffffL;
    }

    static double lonOf(long vertex) {
        return (vertex >> 32) / STEPS_PER_DEGREE;
    }

    static double latOf(long vertex) {
        return (int) vertex / STEPS_PER_DEGREE;
    }
}
