package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * The borders of all grids in runs of a few segments, found nearest first. Immutable and thread-safe.
 *
 * <p>Each segment is measured from its lower end (by x, then y), so a border that two grids share is equally far from
 * both to the last digit.
 */
final class BorderFacets {

    private static final int SEGMENTS_A_FACET = 8;

    /** What a search wants to know of the borders it meets. */
    interface Visitor {

        /** True if no border at this distance or beyond matters any more. */
        boolean isDone(double meters);

        void border(int index, double meters);
    }

    private final int[] owners;
    private final double[][] runs;
    private final BoxTree tree;

    private BorderFacets(int[] owners, double[][] runs) {
        this.owners = owners;
        this.runs = runs;
        double[] boxes = new double[runs.length * 4];
        for (int i = 0; i < runs.length; i++) {
            bound(runs[i], boxes, i * 4);
        }
        this.tree = BoxTree.of(boxes);
    }

    static BorderFacets of(List<GridShape> shapes) {
        List<Integer> owners = new ArrayList<>();
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            int owner = i;
            shapes.get(i).polygon().apply((GeometryComponentFilter) part -> {
                if (part instanceof LineString ring) {
                    CoordinateSequence points = ring.getCoordinateSequence();
                    for (int from = 0; from < points.size() - 1; from += SEGMENTS_A_FACET) {
                        owners.add(owner);
                        runs.add(run(points, from, Math.min(from + SEGMENTS_A_FACET, points.size() - 1)));
                    }
                }
            });
        }
        return new BorderFacets(owners.stream().mapToInt(Integer::intValue).toArray(), runs.toArray(new double[0][]));
    }

    private static double[] run(CoordinateSequence points, int from, int to) {
        double[] run = new double[2 * (to - from + 1)];
        for (int i = from; i <= to; i++) {
            run[2 * (i - from)] = points.getX(i);
            run[2 * (i - from) + 1] = points.getY(i);
        }
        return run;
    }

    private static void bound(double[] run, double[] boxes, int at) {
        boxes[at] = boxes[at + 2] = run[0];
        boxes[at + 1] = boxes[at + 3] = run[1];
        for (int i = 2; i < run.length; i += 2) {
            boxes[at] = Math.min(boxes[at], run[i]);
            boxes[at + 1] = Math.min(boxes[at + 1], run[i + 1]);
            boxes[at + 2] = Math.max(boxes[at + 2], run[i]);
            boxes[at + 3] = Math.max(boxes[at + 3], run[i + 1]);
        }
    }

    /** Shows borders, about nearest first, until the visitor is done or there are no more. */
    void search(double lon, double lat, GroundFrame frame, Visitor visitor) {
        tree.visit(lon, lat, frame, new BoxTree.Visitor() {
            @Override
            public boolean isDone(double meters) {
                return visitor.isDone(meters);
            }

            @Override
            public void item(int facet) {
                visitor.border(owners[facet], meters(runs[facet], lon, lat, frame));
            }
        });
    }

    private static double meters(double[] run, double lon, double lat, GroundFrame frame) {
        double least = Double.POSITIVE_INFINITY;
        double x1 = (run[0] - lon) * frame.metersPerLonDegree();
        double y1 = (run[1] - lat) * frame.metersPerLatDegree();
        for (int i = 2; i < run.length; i += 2) {
            double x2 = (run[i] - lon) * frame.metersPerLonDegree();
            double y2 = (run[i + 1] - lat) * frame.metersPerLatDegree();
            boolean forward = x1 < x2 || (x1 == x2 && y1 <= y2);
            least = Math.min(least, forward ? squared(x1, y1, x2, y2) : squared(x2, y2, x1, y1));
            x1 = x2;
            y1 = y2;
        }
        return Math.sqrt(least);
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
}
