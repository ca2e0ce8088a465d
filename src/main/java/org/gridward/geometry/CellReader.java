package org.gridward.geometry;

/**
 * Reads one record of a {@link CellTable} for one point, without branches that depend on the point.
 *
 * <p>The border is walked from the cell's corner: along the base line to below the point, then straight up; each edge
 * on that way changes the side. What lies within {@link #GUARD} units of an edge is UNSURE: beyond it, roundings of
 * vertices and of the point (under 0.71 units each) cannot put it on the other side.
 */
final class CellReader {

    static final int UNSURE = Integer.MIN_VALUE;
    static final int GUARD = 3;

    private CellReader() {}

    /** The side of a PAIR that holds the point, by the masks of its blocks alone; UNSURE in blocks near an edge. */
    static int block(int[] heads, int at, int x, int y) {
        int block = CellBlocks.of(x, y);
        int masks = at + CellTable.MASKS + (block >>> 5 << 1);
        if ((heads[masks] >>> block & 1) != 0) {
            return UNSURE;
        }
        return (heads[masks + 1] >>> block & 1) == 0 ? CellTable.side(heads[at]) : heads[at + 1];
    }

    /** The side of a PAIR that holds the point, by its edges. */
    static int pair(int[] heads, int at, int[] blob, int px, int py) {
        int crossed = crossed(blob, heads[at + CellTable.VERTICES], heads[at] >>> 24, px, py);
        return crossed == UNSURE ? UNSURE : crossed == 0 ? CellTable.side(heads[at]) : heads[at + 1];
    }

    /** Whether the edges part a point, given in units of its widened cell, from the corner: 0, not 0, or UNSURE. */
    static int crossed(int[] blob, int first, int vertices, int px, int py) {
        int end = first + vertices;
        int word = blob[first];
        int x1 = word & 0x7fff;
        int y1 = word >>> 16;
        int crossed = 0;
        int near = 0;
        for (int i = first + 1; i < end; i++) {
            word = blob[i];
            int x2 = word & 0x7fff;
            int y2 = word >>> 16;
            int lifted = word << 16 >> 31;
            int dx = x2 - x1;
            int dy = y2 - y1;
            int fromStart = px - x1;
            int fromEnd = px - x2;
            int area = dx * (py - y1) - dy * fromStart;
            int a = fromStart >> 31;
            crossed ^= (a ^ fromEnd >> 31) & ~(area >> 31 ^ a) & ~lifted;
            near |= near(dx, dy, area, fromStart, fromEnd) & ~lifted;
            x1 = x2;
            y1 = y2;
        }
        return near < 0 ? UNSURE : crossed & 1;
    }

    /** The polygon of a MANY that holds the point, NONE, or UNSURE also where several do. */
    static int many(int[] blob, int at, int px, int py, int polygons) {
        int value = blob[at + 1];
        int end = at + 2 + 3 * (blob[at] & 0xff);
        int near = 0;
        for (int i = at + 2; i < end; i += 3) {
            int start = blob[i];
            int stop = blob[i + 1];
            int x1 = start & 0x7fff;
            int x2 = stop & 0x7fff;
            int y1 = start >>> 16;
            int dx = x2 - x1;
            int dy = (stop >>> 16) - y1;
            int fromStart = px - x1;
            int fromEnd = px - x2;
            int area = dx * (py - y1) - dy * fromStart;
            value += blob[i + 2] & ~(fromStart >> 31) & fromEnd >> 31 & ~(area >> 31);
            near |= near(dx, dy, area, fromStart, fromEnd);
        }
        if (near < 0) {
            return UNSURE;
        }
        int polygon = value - (1 << 24);
        return polygon >= 0 && polygon < polygons ? polygon : value == 0 ? GridLocator.NONE : UNSURE;
    }

    /** Negative where the point may lie within the guard band of the edge. */
    private static int near(int dx, int dy, int area, int fromStart, int fromEnd) {
        int far = GUARD * (Math.abs(dx) + Math.abs(dy)) - Math.abs(area);
        int west = fromStart + GUARD & fromEnd + GUARD;
        int east = GUARD - fromStart & GUARD - fromEnd;
        return ~(far | west | east);
    }
}
