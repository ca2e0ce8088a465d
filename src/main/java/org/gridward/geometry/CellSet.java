package org.gridward.geometry;

import java.util.Arrays;

/** A set of polygons by their numbers, as a value. */
final class CellSet {

    static final CellSet EMPTY = new CellSet(new int[0]);

    private final int[] ascending;

    /** Takes the array over: ascending, without repetition. */
    CellSet(int[] ascending) {
        this.ascending = ascending;
    }

    /** The polygons among the first {@code count} of both arrays. */
    static CellSet of(int[] some, int[] others, int count) {
        int[] all = Arrays.copyOf(some, 2 * count);
        System.arraycopy(others, 0, all, count, count);
        return new CellSet(Arrays.stream(all)
                .filter(polygon -> polygon != GridLocator.NONE)
                .sorted()
                .distinct()
                .toArray());
    }

    boolean has(int polygon) {
        return Arrays.binarySearch(ascending, polygon) >= 0;
    }

    int[] members() {
        return ascending;
    }

    /** The set with the polygon added if it was missing, taken away if it was there. */
    CellSet toggled(int polygon) {
        if (polygon == GridLocator.NONE) {
            return this;
        }
        int place = Arrays.binarySearch(ascending, polygon);
        boolean there = place >= 0;
        int at = there ? place : ~place;
        int[] changed = new int[ascending.length + (there ? -1 : 1)];
        System.arraycopy(ascending, 0, changed, 0, at);
        if (there) {
            System.arraycopy(ascending, at + 1, changed, at, changed.length - at);
        } else {
            changed[at] = polygon;
            System.arraycopy(ascending, at, changed, at + 1, ascending.length - at);
        }
        return new CellSet(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSet set && Arrays.equals(ascending, set.ascending);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascending);
    }
}
