package org.gridward.geodesy;

import java.util.Arrays;

/**
 * What a {@link DatumWatch} knows of its source: small, and plain numbers, so that it can be stored as JSON and taken up
 * again. Fields are public for that; only the watch changes them.
 */
public final class WatchState {

    static final int CELLS_KEPT = 4_096;
    static final int RECENT = 64;
    private static final double CELL_DEGREES = 0.0014;

    /** Positions seen, and spots counted. */
    public long reports;

    public int spots;
    /** Keys of the cells counted, oldest first in a ring. */
    public long[] cells = new long[0];

    public double[][] capital = DatumWatch.noCapital();
    /** The last spots: lon, lat, metres to the nearest street. */
    public double[][] recent = new double[0][];

    /** The learnt move that brings the source's spots to the streets, in metres; 0, 0: none. */
    public double offsetEast;

    public double offsetNorth;
    public boolean suspect;
    public double lastLon;
    public double lastLat;

    /** The key of the cell of about 150 m that holds a position. */
    public static long cell(double lon, double lat) {
        return (long) Math.floor(lon / CELL_DEGREES) * 1_000_000L + (long) Math.floor(lat / CELL_DEGREES);
    }

    boolean isNewSpot(double lon, double lat) {
        long key = cell(lon, lat);
        for (long cell : cells) {
            if (cell == key) {
                return false;
            }
        }
        if (cells.length < CELLS_KEPT) {
            cells = Arrays.copyOf(cells, cells.length + 1);
            cells[cells.length - 1] = key;
        } else {
            cells[spots % CELLS_KEPT] = key;
        }
        spots++;
        lastLon = lon;
        lastLat = lat;
        return true;
    }

    void remember(double lon, double lat, double meters) {
        int from = Math.max(0, recent.length + 1 - RECENT);
        double[][] kept = Arrays.copyOfRange(recent, from, recent.length + 1);
        kept[kept.length - 1] = new double[] {lon, lat, meters};
        recent = kept;
    }

    boolean hasOffset() {
        return offsetEast != 0 || offsetNorth != 0;
    }

    boolean isTimeToLearn() {
        return spots % RECENT == 0 && !suspect;
    }
}
