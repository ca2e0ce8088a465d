package org.gridward.geometry;

/**
 * The border of one polygon as flat coordinates, and the exact test whether it holds a point. Immutable, thread-safe.
 *
 * <p>Rings are closed, without repeated vertices, the interior to the left. Several outlines may share one array. Long
 * outlines get an index of their edges by height on first use.
 */
final class Outline {

    private static final int INDEXED_FROM = 48;

    final double[] xy;

    /** The first vertex of each ring, and one past the last vertex of the last ring. */
    final int[] starts;

    final double minX;
    final double minY;
    final double maxX;
    final double maxY;

    /** Set once by whoever needs it first; an index has only final fields, so a race costs work, not soundness. */
    private EdgeIndex index;

    Outline(double[] xy, int[] starts) {
        this.xy = xy;
        this.starts = starts;
        double west = Double.POSITIVE_INFINITY;
        double south = west;
        double east = -west;
        double north = east;
        for (int i = from(); i < to(); i++) {
            west = Math.min(west, xy[2 * i]);
            east = Math.max(east, xy[2 * i]);
            south = Math.min(south, xy[2 * i + 1]);
            north = Math.max(north, xy[2 * i + 1]);
        }
        this.minX = west;
        this.minY = south;
        this.maxX = east;
        this.maxY = north;
    }

    int from() {
        return starts[0];
    }

    int to() {
        return starts[starts.length - 1];
    }

    boolean isEmpty() {
        return from() == to();
    }

    /** True if the point lies in the interior or on the border, by exact arithmetic; false for NaN and infinities. */
    boolean holds(double x, double y) {
        if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) {
            return false;
        }
        if (to() - from() >= INDEXED_FROM) {
            EdgeIndex ready = index;
            if (ready == null) {
                ready = new EdgeIndex(this);
                index = ready;
            }
            return ready.holds(xy, x, y);
        }
        int crossings = 0;
        for (int ring = 0; ring + 1 < starts.length; ring++) {
            for (int i = starts[ring]; i + 1 < starts[ring + 1]; i++) {
                int crossing = crossing(xy, i, x, y);
                if (crossing < 0) {
                    return true;
                }
                crossings ^= crossing;
            }
        }
        return crossings != 0;
    }

    /** 1 if the edge that begins at vertex i crosses the ray from the point eastwards, 0 if not; -1 if it holds the point. */
    static int crossing(double[] xy, int i, double x, double y) {
        double ax = xy[2 * i];
        double ay = xy[2 * i + 1];
        double bx = xy[2 * i + 2];
        double by = xy[2 * i + 3];
        if (ax == x && ay == y) {
            return -1;
        }
        if ((ay > y) == (by > y)) {
            return ay == y && by == y && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) ? -1 : 0;
        }
        if (ax < x && bx < x) {
            return 0;
        }
        if (ax > x && bx > x) {
            return 1;
        }
        int side = ExactSign.orientation(ax, ay, bx, by, x, y);
        return side == 0 ? -1 : (side > 0) == (by > ay) ? 1 : 0;
    }
}
