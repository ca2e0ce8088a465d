package org.gridward.bench.locate;

import java.util.Arrays;

/** Puts points in the order of a Hilbert curve over their box, so that those near one another follow one another. */
final class PlaceOrder {

    private static final int ORDER = 16;

    /** Enough for sixteen million points. */
    private static final int INDEX_BITS = 24;

    private PlaceOrder() {}

    /** A sorted copy; longitude and latitude in turn. */
    static double[] sorted(double[] lonLat) {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < lonLat.length; i += 2) {
            west = Math.min(west, lonLat[i]);
            east = Math.max(east, lonLat[i]);
            south = Math.min(south, lonLat[i + 1]);
            north = Math.max(north, lonLat[i + 1]);
        }
        double scale = ((1 << ORDER) - 1) / Math.max(east - west, north - south);
        long[] keys = new long[lonLat.length / 2];
        for (int i = 0; i < keys.length; i++) {
            int x = (int) ((lonLat[2 * i] - west) * scale);
            int y = (int) ((lonLat[2 * i + 1] - south) * scale);
            keys[i] = distance(x, y) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        double[] sorted = new double[lonLat.length];
        for (int i = 0; i < keys.length; i++) {
            int from = (int) (keys[i] & (1 << INDEX_BITS) - 1);
            sorted[2 * i] = lonLat[2 * from];
            sorted[2 * i + 1] = lonLat[2 * from + 1];
        }
        return sorted;
    }

    /** The cell's distance along the curve (Hilbert 1891; the loop is Warren's, Hacker's Delight 16-1). */
    private static long distance(int column, int row) {
        int x = column;
        int y = row;
        long distance = 0;
        for (int side = 1 << ORDER - 1; side > 0; side >>= 1) {
            int right = (x & side) > 0 ? 1 : 0;
            int up = (y & side) > 0 ? 1 : 0;
            distance += (long) side * side * (3 * right ^ up);
            if (up == 0) {
                if (right == 1) {
                    x = (1 << ORDER) - 1 - x;
                    y = (1 << ORDER) - 1 - y;
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return distance;
    }
}
