package org.gridward.geometry;

import java.util.Arrays;

/** Gives each place its number: a hash table of open addresses over two flat arrays. */
final class VertexTable {

    private static final int EMPTY = -1;

    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int[] slots = emptySlots(4096);
    private int count;

    /** The number of a place, a new one if it was not seen before. */
    int number(double lon, double lat) {
        double px = lon + 0.0;
        double py = lat + 0.0;
        int slot = slot(px, py);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if (count == x.length) {
            x = Arrays.copyOf(x, count * 2);
            y = Arrays.copyOf(y, count * 2);
        }
        x[count] = px;
        y[count] = py;
        slots[slot] = count;
        if (++count * 2 > slots.length) {
            slots = emptySlots(slots.length * 2);
            for (int i = 0; i < count; i++) {
                slots[slot(x[i], y[i])] = i;
            }
        }
        return count - 1;
    }

    /** Where a place is, or would be. */
    private int slot(double px, double py) {
        long mixed = (Double.doubleToLongBits(px) * 31 + Double.doubleToLongBits(py)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != EMPTY && (x[slots[slot]] != px || y[slots[slot]] != py)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int[] emptySlots(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** Renumbers the places by x, then y, and says the new number of each old one. */
    int[] rankByPlace() {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        IntSort.sort(order, 0, count, (a, b) -> x[a] != x[b] ? (x[a] < x[b] ? -1 : 1) : Double.compare(y[a], y[b]));
        int[] rank = new int[count];
        double[] sortedX = new double[count];
        double[] sortedY = new double[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
            sortedX[i] = x[order[i]];
            sortedY[i] = y[order[i]];
        }
        x = sortedX;
        y = sortedY;
        slots = emptySlots(0);
        return rank;
    }

    /** Longitudes by number; there may be room behind the last. */
    double[] x() {
        return x;
    }

    /** Latitudes by number. */
    double[] y() {
        return y;
    }
}
