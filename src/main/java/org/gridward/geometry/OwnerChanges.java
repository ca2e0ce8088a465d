package org.gridward.geometry;

import java.util.Arrays;
import java.util.Optional;

/**
 * The points that belong to another grid, or to none, after a redraw. Immutable.
 *
 * <p>Where the second locator comes from the first by {@link GridLocator#with}, points in cells that the redraw left
 * alone are passed over after two reads of memory; only the others are located twice. Otherwise all are. Cost: some ten
 * nanoseconds a point.
 */
public final class OwnerChanges {

    private final int[] points;
    private final String[] before;
    private final String[] after;
    private int size;

    private OwnerChanges(int capacity) {
        this.points = new int[capacity];
        this.before = new String[capacity];
        this.after = new String[capacity];
    }

    /**
     * Compares the owners of points before and after.
     *
     * @param lonLat longitude and latitude in turn, two numbers a point
     * @throws IllegalArgumentException if the numbers do not make points
     */
    public static OwnerChanges between(GridLocator before, GridLocator after, double[] lonLat) {
        if (lonLat.length % 2 != 0) {
            throw new IllegalArgumentException(
                    lonLat.length + " numbers do not make points; give longitude and latitude for each");
        }
        int[] doubtful = before instanceof CellGridLocator one && after instanceof CellGridLocator other
                ? other.pointsChangedSince(one, lonLat)
                : CellTables.identity(lonLat.length / 2);
        double[] places = new double[2 * doubtful.length];
        for (int i = 0; i < doubtful.length; i++) {
            places[2 * i] = lonLat[2 * doubtful[i]];
            places[2 * i + 1] = lonLat[2 * doubtful[i] + 1];
        }
        int[] olds = new int[doubtful.length];
        int[] news = new int[doubtful.length];
        before.locate(places, olds);
        after.locate(places, news);
        return compare(doubtful, olds, news, codes(before), codes(after));
    }

    /** Codes by index, and null for NONE behind the last. */
    private static String[] codes(GridLocator locator) {
        String[] codes = new String[locator.size() + 1];
        for (int i = 0; i < locator.size(); i++) {
            codes[i] = locator.code(i);
        }
        return codes;
    }

    private static OwnerChanges compare(int[] points, int[] olds, int[] news, String[] oldCodes, String[] newCodes) {
        int count = 0;
        boolean[] changed = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            String old = code(oldCodes, olds[i]);
            String now = code(newCodes, news[i]);
            changed[i] = old == null ? now != null : !old.equals(now);
            count += changed[i] ? 1 : 0;
        }
        OwnerChanges changes = new OwnerChanges(count);
        for (int i = 0; i < points.length; i++) {
            if (changed[i]) {
                changes.points[changes.size] = points[i];
                changes.before[changes.size] = code(oldCodes, olds[i]);
                changes.after[changes.size++] = code(newCodes, news[i]);
            }
        }
        return changes;
    }

    private static String code(String[] codes, int index) {
        return index == GridLocator.NONE ? null : codes[index];
    }

    /** How many points changed owner. */
    public int size() {
        return size;
    }

    /** The place in the input of the i-th point that changed owner; ascending. */
    public int point(int i) {
        return points[i];
    }

    /** The places in the input of all points that changed owner, ascending. */
    public int[] points() {
        return Arrays.copyOf(points, size);
    }

    /** The code of the grid that owned it, empty if none did. */
    public Optional<String> before(int i) {
        return Optional.ofNullable(before[i]);
    }

    /** The code of the grid that owns it now, empty if none does. */
    public Optional<String> after(int i) {
        return Optional.ofNullable(after[i]);
    }
}
