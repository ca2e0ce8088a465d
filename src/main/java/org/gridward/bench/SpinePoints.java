package org.gridward.bench;

import java.util.Random;

/** A million points over the city: half uniform in a box a little larger than it, half in three thousand hot spots. */
public final class SpinePoints {

    private static final double MARGIN_DEGREES = 0.0005;

    private SpinePoints() {}

    /** lon and lat in turn, rounded to seven decimals, in random order. */
    public static double[] of(int count, double west, double south, double east, double north, long seed) {
        Random random = new Random(seed);
        double[] lonLat = new double[2 * count];
        double[] spots = new double[6_000];
        for (int i = 0; i < spots.length; i += 2) {
            spots[i] = west + random.nextDouble() * (east - west);
            spots[i + 1] = south + random.nextDouble() * (north - south);
        }
        for (int i = 0; i < count; i++) {
            double lon;
            double lat;
            if (i % 2 == 0) {
                lon = west - MARGIN_DEGREES + random.nextDouble() * (east - west + 2 * MARGIN_DEGREES);
                lat = south - MARGIN_DEGREES + random.nextDouble() * (north - south + 2 * MARGIN_DEGREES);
            } else {
                int spot = 2 * random.nextInt(spots.length / 2);
                lon = spots[spot] + random.nextGaussian() * 0.001;
                lat = spots[spot + 1] + random.nextGaussian() * 0.001;
            }
            lonLat[2 * i] = Math.round(lon * 1e7) / 1e7;
            lonLat[2 * i + 1] = Math.round(lat * 1e7) / 1e7;
        }
        return lonLat;
    }
}
