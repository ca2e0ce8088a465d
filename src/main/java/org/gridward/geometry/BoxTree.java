package org.gridward.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Finds boxes by their distance from a point, nearest first. Immutable and thread-safe.
 *
 * <p>A packed tree: the boxes in the order of a Hilbert curve, sixteen to a node, in flat arrays. Distances are those
 * of an affine map of degrees to metres given with each question, so one tree serves every latitude. Cost: a few
 * dozen steps to the nearest boxes.
 */
final class BoxTree {

    private static final int FAN = 16;
    private static final int HILBERT_LEVEL = 16;

    /** Receives items in order of the distance of their boxes. */
    interface Visitor {

        /** True if no box at this distance or beyond matters any more. */
        boolean isDone(double meters);

        void item(int item);
    }

    private record Candidate(double meters, int level, int position) {}

    private final int[] items;
    private final double[][] levels;

    private BoxTree(int[] items, double[][] levels) {
        this.items = items;
        this.levels = levels;
    }

    /** Four numbers a box: west, south, east, north. */
    static BoxTree of(double[] boxes) {
        int count = boxes.length / 4;
        int[] items = order(boxes, count);
        double[] leaves = new double[boxes.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(boxes, items[i] * 4, leaves, i * 4, 4);
        }
        double[][] levels = {leaves};
        while (levels[levels.length - 1].length > 4) {
            levels = Arrays.copyOf(levels, levels.length + 1);
            levels[levels.length - 1] = parents(levels[levels.length - 2]);
        }
        return new BoxTree(items, levels);
    }

    private static int[] order(double[] boxes, int count) {
        Envelope all = new Envelope();
        for (int i = 0; i < count; i++) {
            all.expandToInclude(boxes[i * 4], boxes[i * 4 + 1]);
            all.expandToInclude(boxes[i * 4 + 2], boxes[i * 4 + 3]);
        }
        double side = (1 << HILBERT_LEVEL) - 1;
        int[] codes = new int[count];
        for (int i = 0; i < count; i++) {
            double x = ((boxes[i * 4] + boxes[i * 4 + 2]) / 2 - all.getMinX()) / Math.max(all.getWidth(), 1e-300);
            double y = ((boxes[i * 4 + 1] + boxes[i * 4 + 3]) / 2 - all.getMinY()) / Math.max(all.getHeight(), 1e-300);
            codes[i] = HilbertCode.encode(HILBERT_LEVEL, (int) (x * side), (int) (y * side));
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong(i -> Integer.toUnsignedLong(codes[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] parents(double[] children) {
        int count = children.length / 4;
        double[] boxes = new double[(count + FAN - 1) / FAN * 4];
        for (int i = 0; i < count; i++) {
            int box = i / FAN * 4;
            boolean first = i % FAN == 0;
            boxes[box] = first ? children[i * 4] : Math.min(boxes[box], children[i * 4]);
            boxes[box + 1] = first ? children[i * 4 + 1] : Math.min(boxes[box + 1], children[i * 4 + 1]);
            boxes[box + 2] = first ? children[i * 4 + 2] : Math.max(boxes[box + 2], children[i * 4 + 2]);
            boxes[box + 3] = first ? children[i * 4 + 3] : Math.max(boxes[box + 3], children[i * 4 + 3]);
        }
        return boxes;
    }

    void visit(double lon, double lat, GroundFrame frame, Visitor visitor) {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingDouble(Candidate::meters));
        int top = levels.length - 1;
        for (int i = 0; i < levels[top].length / 4; i++) {
            queue.add(new Candidate(meters(top, i, lon, lat, frame), top, i));
        }
        while (!queue.isEmpty() && !visitor.isDone(queue.peek().meters)) {
            Candidate nearest = queue.poll();
            if (nearest.level == 0) {
                visitor.item(items[nearest.position]);
                continue;
            }
            int below = nearest.level - 1;
            int end = Math.min(levels[below].length / 4, (nearest.position + 1) * FAN);
            for (int i = nearest.position * FAN; i < end; i++) {
                queue.add(new Candidate(meters(below, i, lon, lat, frame), below, i));
            }
        }
    }

    private double meters(int level, int position, double lon, double lat, GroundFrame frame) {
        double[] boxes = levels[level];
        int box = position * 4;
        double x = Math.max(0, Math.max(boxes[box] - lon, lon - boxes[box + 2])) * frame.metersPerLonDegree();
        double y = Math.max(0, Math.max(boxes[box + 1] - lat, lat - boxes[box + 3])) * frame.metersPerLatDegree();
        return Math.sqrt(x * x + y * y);
    }
}
