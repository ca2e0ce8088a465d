package org.gridward.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * The borders of some grids, outer rings and holes, cut into runs of a few segments, in flat arrays in the order of a
 * {@link BoxTree}. Immutable; about 25 bytes a vertex.
 *
 * <p>Each segment is measured from its lower end (by x, then y), so a border that two grids share is equally far from
 * both to the last digit.
 */
final class BorderRuns {

    private static final int SEGMENTS_A_RUN = 8;

    private final double[] vertices;

    /** First vertex of each run, and one more at the end. */
    private final int[] starts;

    private final int[] owners;
    private final BoxTree tree;

    private BorderRuns(double[] vertices, int[] starts, int[] owners, BoxTree tree) {
        this.vertices = vertices;
        this.starts = starts;
        this.owners = owners;
        this.tree = tree;
    }

    /** The borders of the listed shapes, or of all; an owner is a place in {@code shapes}. */
    static BorderRuns of(List<GridShape> shapes, int[] indices) {
        Cutter cutter = new Cutter();
        for (int index : indices) {
            cutter.owner = index;
            shapes.get(index).polygon().apply(cutter);
        }
        return cutter.sorted();
    }

    BoxTree tree() {
        return tree;
    }

    int owner(int run) {
        return owners[run];
    }

    /** Square of the distance in metres from a point to a run. */
    double squared(int run, double lon, double lat, double mx, double my) {
        int i = starts[run];
        int end = starts[run + 1];
        double least = Double.POSITIVE_INFINITY;
        double x1 = (vertices[2 * i] - lon) * mx;
        double y1 = (vertices[2 * i + 1] - lat) * my;
        for (i++; i < end; i++) {
            double x2 = (vertices[2 * i] - lon) * mx;
            double y2 = (vertices[2 * i + 1] - lat) * my;
            boolean forward = x1 < x2 || (x1 == x2 && y1 <= y2);
            least = Math.min(least, forward ? squared(x1, y1, x2, y2) : squared(x2, y2, x1, y1));
            x1 = x2;
            y1 = y2;
        }
        return least;
    }

    /** Squared distance from the origin to a segment. */
    private static double squared(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length2 = dx * dx + dy * dy;
        double along = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length2));
        double x = along == 1 ? x2 : x1 + along * dx;
        double y = along == 1 ? y2 : y1 + along * dy;
        return x * x + y * y;
    }

    /** Cuts rings into runs; a run's last vertex is the next one's first, and is kept twice. */
    private static final class Cutter implements GeometryComponentFilter {

        private double[] vertices = new double[1024];
        private int[] starts = new int[64];
        private int[] owners = new int[64];
        private int filled;
        private int runs;
        private int owner;

        @Override
        public void filter(Geometry part) {
            if (part instanceof LineString ring) {
                CoordinateSequence points = ring.getCoordinateSequence();
                for (int from = 0; from < points.size() - 1; from += SEGMENTS_A_RUN) {
                    run(points, from, Math.min(from + SEGMENTS_A_RUN, points.size() - 1));
                }
            }
        }

        private void run(CoordinateSequence points, int from, int to) {
            if (runs + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                owners = Arrays.copyOf(owners, starts.length);
            }
            if (2 * (filled + SEGMENTS_A_RUN + 1) > vertices.length) {
                vertices = Arrays.copyOf(vertices, 2 * vertices.length);
            }
            owners[runs++] = owner;
            for (int i = from; i <= to; i++) {
                vertices[2 * filled] = points.getX(i);
                vertices[2 * filled + 1] = points.getY(i);
                filled++;
            }
            starts[runs] = filled;
        }

        BorderRuns sorted() {
            double[] boxes = new double[runs * 4];
            for (int run = 0; run < runs; run++) {
                bound(run, boxes, run * 4);
            }
            int[] order = BoxTree.order(boxes);
            double[] sortedBoxes = new double[boxes.length];
            double[] sortedVertices = new double[2 * filled];
            int[] sortedStarts = new int[runs + 1];
            int[] sortedOwners = new int[runs];
            for (int i = 0; i < runs; i++) {
                int run = order[i];
                int count = starts[run + 1] - starts[run];
                System.arraycopy(boxes, run * 4, sortedBoxes, i * 4, 4);
                System.arraycopy(vertices, 2 * starts[run], sortedVertices, 2 * sortedStarts[i], 2 * count);
                sortedStarts[i + 1] = sortedStarts[i] + count;
                sortedOwners[i] = owners[run];
            }
            return new BorderRuns(sortedVertices, sortedStarts, sortedOwners, BoxTree.of(sortedBoxes));
        }

        private void bound(int run, double[] boxes, int at) {
            int from = starts[run];
            boxes[at] = boxes[at + 2] = vertices[2 * from];
            boxes[at + 1] = boxes[at + 3] = vertices[2 * from + 1];
            for (int i = from + 1; i < starts[run + 1]; i++) {
                boxes[at] = Math.min(boxes[at], vertices[2 * i]);
                boxes[at + 1] = Math.min(boxes[at + 1], vertices[2 * i + 1]);
                boxes[at + 2] = Math.max(boxes[at + 2], vertices[2 * i]);
                boxes[at + 3] = Math.max(boxes[at + 3], vertices[2 * i + 1]);
            }
        }
    }
}
