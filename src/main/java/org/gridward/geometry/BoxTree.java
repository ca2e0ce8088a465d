package org.gridward.geometry;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Finds the boxes within reach of a point, nearer branches first, so that a reach that shrinks as things are found soon
 * cuts off the rest. Immutable and thread-safe.
 *
 * <p>A packed tree: sixteen boxes to a node, all levels in one flat array, leaves first, a hair too wide.
 * Distances are those of an affine map of degrees to metres given with each question, so one tree serves every latitude.
 * Cost: some dozens of box tests.
 */
final class BoxTree {

    private static final int FAN = 16;
    private static final int HILBERT_LEVEL = 16;

    /** Receives the boxes that are within reach. */
    interface Visitor {

        /** Square of the distance in metres beyond which no box matters any more; may shrink from call to call. */
        double reachSquared();

        void item(int item);
    }

    /** Four numbers a box, relative to the origin: its middle (x, y), and half its width and height, rounded up. */
    private final float[] boxes;

    private final int[] starts;
    private final double originX;
    private final double originY;

    private BoxTree(double[] boxes, int[] starts) {
        this.starts = starts;
        this.originX = boxes.length == 0 ? 0 : (boxes[boxes.length - 4] + boxes[boxes.length - 2]) / 2;
        this.originY = boxes.length == 0 ? 0 : (boxes[boxes.length - 3] + boxes[boxes.length - 1]) / 2;
        this.boxes = new float[boxes.length];
        for (int i = 0; i < boxes.length; i += 4) {
            middle(boxes[i] - originX, boxes[i + 2] - originX, i);
            middle(boxes[i + 1] - originY, boxes[i + 3] - originY, i + 1);
        }
    }

    private void middle(double low, double high, int at) {
        float middle = (float) ((low + high) / 2);
        boxes[at] = middle;
        boxes[at + 2] = Math.nextUp((float) (Math.max(high - middle, middle - low) * (1 + 1e-9)));
    }

    /** Four numbers a box, west, south, east, north, best in the {@link #order} that brings neighbours together. */
    static BoxTree of(double[] leaves) {
        int[] starts = {0};
        int total = leaves.length / 4;
        for (int level = total; level > FAN; ) {
            level = (level + FAN - 1) / FAN;
            starts = Arrays.copyOf(starts, starts.length + 1);
            starts[starts.length - 1] = total;
            total += level;
        }
        starts = Arrays.copyOf(starts, starts.length + 1);
        starts[starts.length - 1] = total;
        double[] all = Arrays.copyOf(leaves, total * 4);
        for (int level = 1; level < starts.length - 1; level++) {
            for (int child = starts[level - 1]; child < starts[level]; child++) {
                int parent = starts[level] + (child - starts[level - 1]) / FAN;
                widen(all, parent * 4, child * 4, (child - starts[level - 1]) % FAN == 0);
            }
        }
        return new BoxTree(all, starts);
    }

    private static void widen(double[] all, int parent, int child, boolean first) {
        if (first) {
            System.arraycopy(all, child, all, parent, 4);
            return;
        }
        all[parent] = Math.min(all[parent], all[child]);
        all[parent + 1] = Math.min(all[parent + 1], all[child + 1]);
        all[parent + 2] = Math.max(all[parent + 2], all[child + 2]);
        all[parent + 3] = Math.max(all[parent + 3], all[child + 3]);
    }

    /** The places of boxes along a Hilbert curve through their middles. */
    static int[] order(double[] boxes) {
        int count = boxes.length / 4;
        Envelope all = new Envelope();
        for (int i = 0; i < count; i++) {
            all.expandToInclude(boxes[i * 4], boxes[i * 4 + 1]);
            all.expandToInclude(boxes[i * 4 + 2], boxes[i * 4 + 3]);
        }
        double side = (1 << HILBERT_LEVEL) - 1;
        double width = Math.max(all.getWidth(), 1e-300);
        double height = Math.max(all.getHeight(), 1e-300);
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            double x = ((boxes[i * 4] + boxes[i * 4 + 2]) / 2 - all.getMinX()) / width;
            double y = ((boxes[i * 4 + 1] + boxes[i * 4 + 3]) / 2 - all.getMinY()) / height;
            long code = Integer.toUnsignedLong(HilbertCode.encode(HILBERT_LEVEL, (int) (x * side), (int) (y * side)));
            keys[i] = code << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (keys[i] & 0x7fffffff);
        }
        return order;
    }

    void visit(double lon, double lat, double mx, double my, Visitor visitor) {
        int top = starts.length - 2;
        visit(top, starts[top], starts[top + 1], lon - originX, lat - originY, mx, my, visitor);
    }

    private void visit(int level, int from, int to, double x, double y, double mx, double my, Visitor visitor) {
        int nearest = -1;
        double least = visitor.reachSquared();
        for (int i = from; i < to; i++) {
            double squared = squared(i * 4, x, y, mx, my);
            if (squared <= least) {
                nearest = i;
                least = squared;
            }
        }
        if (nearest < 0) {
            return;
        }
        enter(level, nearest, x, y, mx, my, visitor);
        double reach = visitor.reachSquared();
        for (int i = from; i < to; i++) {
            if (i != nearest && squared(i * 4, x, y, mx, my) <= reach) {
                enter(level, i, x, y, mx, my, visitor);
                reach = visitor.reachSquared();
            }
        }
    }

    private void enter(int level, int box, double x, double y, double mx, double my, Visitor visitor) {
        if (level == 0) {
            visitor.item(box);
            return;
        }
        int from = starts[level - 1] + (box - starts[level]) * FAN;
        visit(level - 1, from, Math.min(from + FAN, starts[level]), x, y, mx, my, visitor);
    }

    private double squared(int box, double x, double y, double mx, double my) {
        double dx = (Math.abs(x - boxes[box]) - boxes[box + 2]) * mx;
        double dy = (Math.abs(y - boxes[box + 1]) - boxes[box + 3]) * my;
        return (dx > 0 ? dx * dx : 0) + (dy > 0 ? dy * dy : 0);
    }
}
