package org.gridward.geometry;

/**
 * Areas on the WGS 84 ellipsoid of rings whose edges are straight in longitude and latitude. Exact up to rounding for
 * edges of up to a degree, and additive: two parts of a shape measure as much as the whole.
 *
 * <p>With s = sin(lat), the ground between two parallels and a degree of longitude is the integral of
 * b² / (1 - e² s²)² ds; round a ring the integral of that over longitude is its area (Green). A ring is measured from
 * a place of its own (the first vertex), so a square centimetre keeps its digits.
 */
final class GroundArea {

    private static final double SEMI_MAJOR_METERS = 6378137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double B2 = SEMI_MAJOR_METERS * SEMI_MAJOR_METERS * (1 - E2);
    private static final double SMALL_RADIANS = 0.02;
    private static final double GAUSS_2 = 0.5 / Math.sqrt(3);
    private static final double GAUSS_3 = Math.sqrt(0.15);

    private final double originLat;
    private final double sine;
    private final double cosine;
    private double sum;

    /** Measures from one latitude, best one of the ring's own. */
    GroundArea(double originLat) {
        this.originLat = originLat;
        this.sine = Math.sin(Math.toRadians(originLat));
        this.cosine = Math.cos(Math.toRadians(originLat));
    }

    /** Adds one edge of the ring. */
    void add(double lon1, double lat1, double lon2, double lat2) {
        if (lon1 == lon2) {
            return;
        }
        double from = Math.toRadians(lat1 - originLat);
        double to = Math.toRadians(lat2 - originLat);
        double middle = (from + to) / 2;
        double off = (to - from) * GAUSS_3;
        double mean =
                from == to ? strip(from) : (5 * strip(middle - off) + 8 * strip(middle) + 5 * strip(middle + off)) / 18;
        sum -= Math.toRadians(lon2 - lon1) * mean;
    }

    /** Ground from the origin's parallel up to another, for a radian of longitude. */
    private double strip(double up) {
        double rise = sineFrom(up);
        if (Math.abs(rise) > SMALL_RADIANS) {
            return B2 / 2 * (integral(sine + rise) - integral(sine));
        }
        double low = sine + rise * (0.5 - GAUSS_2);
        double high = sine + rise * (0.5 + GAUSS_2);
        double q1 = 1 - E2 * low * low;
        double q2 = 1 - E2 * high * high;
        return B2 * rise * (1 / (q1 * q1) + 1 / (q2 * q2)) / 2;
    }

    /** The integral of 2 / (1 - e² s²)² in closed form; atanh by its series, which e s < 0.082 makes short. */
    private static double integral(double s) {
        double q = E2 * s * s;
        return s / (1 - q) + s * (1 + q / 3 + q * q / 5 + q * q * q / 7 + q * q * q * q / 9 + q * q * q * q * q / 11);
    }

    /** sin(origin + up) - sin(origin), without loss where up is small. */
    private double sineFrom(double up) {
        double half = up / 2;
        double sineHalf =
                Math.abs(half) < SMALL_RADIANS ? half * (1 - half * half / 6 * (1 - half * half / 20)) : Math.sin(half);
        double cosineHalf = Math.sqrt(1 - sineHalf * sineHalf);
        return 2 * sineHalf * (cosine * cosineHalf - sine * sineHalf);
    }

    /** Square metres; positive round a ring that runs counter-clockwise. */
    double squareMeters() {
        return sum;
    }
}
