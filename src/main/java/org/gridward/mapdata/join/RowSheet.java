package org.gridward.mapdata.join;

import java.util.Arrays;

/** Where the rows of a block stand and which points they hold; used again for block after block by one thread at a time. */
final class RowSheet {

    int rows;
    int[] from = new int[1 << 15];
    int[] to = new int[1 << 15];

    /** Delimiters that the row lacks; negative when it has too many fields. */
    int[] lacking = new int[1 << 15];

    boolean lastIsOpen;
    double[] lonLat = new double[1 << 16];

    /** Begins a row at its place. */
    void add(int rowFrom, int rowTo, int lack, double lon, double lat) {
        if (rows == from.length) {
            from = Arrays.copyOf(from, 2 * rows);
            to = Arrays.copyOf(to, 2 * rows);
            lacking = Arrays.copyOf(lacking, 2 * rows);
            lonLat = Arrays.copyOf(lonLat, 4 * rows);
        }
        from[rows] = rowFrom;
        to[rows] = rowTo;
        lacking[rows] = lack;
        lonLat[2 * rows] = lon;
        lonLat[2 * rows + 1] = lat;
        rows++;
    }
}
