package org.gridward.geometry;

import java.util.Arrays;

/**
 * Sorts points that come in no order by bands of rows, so that what a table knows of a band is read from memory once and
 * then stays in the processor's cache. Costs two passes over the points and 24 bytes for each of up to {@link #MOST}.
 */
final class PointBands {

    /** So many points are sorted at a time. */
    static final int MOST = 1 << 21;

    /** Points that stand for fewer bytes of the table than this pay for reading all of it. */
    private static final int BYTES_A_POINT = 64;

    /** Smaller tables stay in the cache as they are. */
    private static final long SMALL_TABLE_BYTES = 8 << 20;

    private static final int CELLS_PER_BAND = 1 << 15;
    private static final int MAX_BANDS = 1 << 10;
    private static final int SAMPLES = 512;

    private final CellFrame frame;
    private final int shift;
    private final int[] ends;
    private int[] x = new int[0];
    private int[] y = new int[0];
    private int[] cell = new int[0];
    private long[] spots = new long[0];
    private int[] points = new int[0];

    PointBands(CellFrame frame) {
        this.frame = frame;
        this.shift = shift(frame);
        this.ends = new int[(frame.rows * CellFrame.UNITS - 1 >>> shift) + 2];
    }

    private static int shift(CellFrame frame) {
        int rows = Math.max(1, Math.max(CELLS_PER_BAND / frame.columns, frame.rows / MAX_BANDS + 1));
        return CellFrame.BITS + 31 - Integer.numberOfLeadingZeros(rows);
    }

    /** Whether the table is large, the points are many and neighbours in the list mostly lie in other bands. */
    static boolean worthwhile(CellTable table, double[] lonLat, int from, int to) {
        if (table.bytes() < SMALL_TABLE_BYTES || table.bytes() > (long) BYTES_A_POINT * (to - from)) {
            return false;
        }
        int shift = shift(table.frame());
        int together = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int at = from + (int) ((long) (to - from - 1) * i / SAMPLES);
            int band = table.frame().y(lonLat[2 * at + 1]) >>> shift;
            together += band == table.frame().y(lonLat[2 * at + 3]) >>> shift ? 1 : 0;
        }
        return together < SAMPLES / 2;
    }

    void sort(double[] lonLat, int from, int count) {
        if (x.length < count) {
            x = new int[count];
            y = new int[count];
            cell = new int[count];
            spots = new long[count];
            points = new int[count];
        }
        frame.place(lonLat, from, count, x, y, cell);
        Arrays.fill(ends, 0);
        for (int i = 0; i < count; i++) {
            ends[(y[i] >>> shift) + 1]++;
        }
        for (int band = 1; band < ends.length; band++) {
            ends[band] += ends[band - 1];
        }
        for (int i = 0; i < count; i++) {
            int to = ends[y[i] >>> shift]++;
            spots[to] = (long) y[i] << 32 | x[i];
            points[to] = from + i;
        }
    }

    /** The first row of cells of the band of a sorted point. */
    int firstRow(int at) {
        return (int) (spots[at] >>> 32) >>> shift << shift - CellFrame.BITS;
    }

    /** How many rows a band has. */
    int rows() {
        return 1 << shift - CellFrame.BITS;
    }

    /** Hands out sorted points: their units, cells, and places in the list. */
    void take(int at, int count, int[] toX, int[] toY, int[] toCell, int[] toPoint) {
        int width = frame.columns;
        for (int i = 0; i < count; i++) {
            long spot = spots[at + i];
            int px = (int) spot;
            int py = (int) (spot >>> 32);
            toX[i] = px;
            toY[i] = py;
            toCell[i] = (py >> CellFrame.BITS) * width + (px >> CellFrame.BITS);
        }
        System.arraycopy(points, at, toPoint, 0, count);
    }
}
