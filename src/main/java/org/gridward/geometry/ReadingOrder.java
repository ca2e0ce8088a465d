package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The order in which grids of one parent are numbered: rows from north to south, each from west to east, by the centroids
 * of the shapes.
 *
 * <p>A row begins at the northernmost centroid left and takes every centroid that lies at most half a usual (median) height
 * further south. Rows are therefore bands of latitude, and an order made here has no {@linkplain #misplaced misplaced} shape.
 *
 * <p>What counts as wrong does not depend on how rows are cut: a shape that comes later although its centroid lies both
 * north and west of an earlier one's is wrong under every choice of rows, and only that is reported. Shapes must be valid
 * and not empty, lon/lat or metres. Cost: n log n to order, n² to check. Sources: CJ/T 349 (left to right, top to bottom),
 * Beijing's unit grids (west to east, north to south).
 */
public final class ReadingOrder {

    /**
     * A shape out of order and one that it contradicts, as indices of the input: whichever of the two comes later lies north
     * and west of the other.
     */
    public record Misplaced(int index, int against) {}

    private ReadingOrder() {}

    /** The indices of the shapes in reading order. */
    public static List<Integer> of(List<Geometry> shapes) {
        List<Point> centres = centres(shapes);
        double half = medianHeight(shapes) / 2;
        List<Integer> byNorth = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            byNorth.add(i);
        }
        byNorth.sort(Comparator.comparingDouble((Integer i) -> -centres.get(i).getY())
                .thenComparingDouble(i -> centres.get(i).getX()));
        List<Integer> order = new ArrayList<>(shapes.size());
        for (int begin = 0; begin < byNorth.size(); ) {
            double south = centres.get(byNorth.get(begin)).getY() - half;
            int end = begin + 1;
            while (end < byNorth.size() && centres.get(byNorth.get(end)).getY() >= south) {
                end++;
            }
            List<Integer> row = new ArrayList<>(byNorth.subList(begin, end));
            row.sort(Comparator.comparingDouble((Integer i) -> centres.get(i).getX())
                    .thenComparingDouble(i -> -centres.get(i).getY()));
            order.addAll(row);
            begin = end;
        }
        return order;
    }

    /**
     * The shapes that no choice of rows explains, for shapes given in the order of their numbers. Where two contradict each
     * other, the one that contradicts more shapes is named; the rest, taken alone, is in order.
     */
    public static List<Misplaced> misplaced(List<Geometry> inOrder) {
        List<Point> centres = centres(inOrder);
        int n = centres.size();
        BitSet[] against = new BitSet[n];
        Arrays.setAll(against, i -> new BitSet(n));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (northWest(centres.get(j), centres.get(i))) {
                    against[i].set(j);
                    against[j].set(i);
                }
            }
        }
        List<Misplaced> misplaced = new ArrayList<>();
        for (int worst = worst(against); worst >= 0; worst = worst(against)) {
            misplaced.add(new Misplaced(worst, against[worst].nextSetBit(0)));
            for (int i = against[worst].nextSetBit(0); i >= 0; i = against[worst].nextSetBit(i + 1)) {
                against[i].clear(worst);
            }
            against[worst].clear();
        }
        return misplaced;
    }

    private static int worst(BitSet[] against) {
        int worst = -1;
        for (int i = 0; i < against.length; i++) {
            if (!against[i].isEmpty() && (worst < 0 || against[i].cardinality() > against[worst].cardinality())) {
                worst = i;
            }
        }
        return worst;
    }

    private static boolean northWest(Point a, Point b) {
        return a.getX() < b.getX() && a.getY() > b.getY();
    }

    private static List<Point> centres(List<Geometry> shapes) {
        return shapes.stream().map(Geometry::getCentroid).toList();
    }

    private static double medianHeight(List<Geometry> shapes) {
        double[] heights = shapes.stream()
                .mapToDouble(shape -> shape.getEnvelopeInternal().getHeight())
                .sorted()
                .toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }
}
