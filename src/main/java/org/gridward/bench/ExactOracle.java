package org.gridward.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says which grids hold a point by another road than the locator's: a tree of boxes, for each polygon a ray straight up
 * through edges kept in strips of longitude, and decimal numbers of any length where doubles could err. Shares no code
 * with the kernel it judges. Safe for threads; some microseconds a point.
 *
 * <p>A polygon holds a point that lies on an edge, or from which the ray crosses its edges an odd number of times.
 */
public final class ExactOracle {

    /** Far more than the error of the plain determinant, so that the double's sign is certain beyond it. */
    private static final double CERTAIN = 1e-14;

    private final STRtree boxes = new STRtree();
    private final List<String> codes;

    /** Takes grids in any order; indices are places in the order of codes. */
    public ExactOracle(List<GridShape> shapes) {
        List<GridShape> sorted =
                shapes.stream().sorted(Comparator.comparing(GridShape::code)).toList();
        this.codes = sorted.stream().map(GridShape::code).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Geometry polygon = sorted.get(i).polygon();
            if (!polygon.isEmpty()) {
                boxes.insert(polygon.getEnvelopeInternal(), new Strips(i, polygon));
            }
        }
        boxes.build();
    }

    /** The indices of the grids that hold the point, ascending. */
    public int[] locateAll(double lon, double lat) {
        if (codes.isEmpty() || !Double.isFinite(lon) || !Double.isFinite(lat)) {
            return new int[0];
        }
        List<Integer> found = new ArrayList<>();
        for (Object item : boxes.query(new Envelope(lon, lon, lat, lat))) {
            Strips strips = (Strips) item;
            if (strips.hold(lon, lat)) {
                found.add(strips.index);
            }
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The lowest index of the grids that hold the point, or -1. */
    public int locate(double lon, double lat) {
        int[] holders = locateAll(lon, lat);
        return holders.length == 0 ? -1 : holders[0];
    }

    public String code(int index) {
        return codes.get(index);
    }

    /** The edges of one polygon, each in every strip of longitude that it touches. */
    private static final class Strips {
        private final int index;
        private final double west;
        private final double width;
        private final List<List<double[]>> strips = new ArrayList<>();

        Strips(int index, Geometry polygon) {
            this.index = index;
            Envelope box = polygon.getEnvelopeInternal();
            int count = Math.max(1, polygon.getNumPoints() / 4);
            this.west = box.getMinX();
            this.width = box.getWidth() / count;
            for (int i = 0; i < count; i++) {
                strips.add(new ArrayList<>());
            }
            polygon.apply((GeometryComponentFilter) part -> {
                if (part instanceof LinearRing ring) {
                    add(ring.getCoordinateSequence());
                }
            });
        }

        private void add(CoordinateSequence ring) {
            for (int i = 1; i < ring.size(); i++) {
                double[] edge = {ring.getX(i - 1), ring.getY(i - 1), ring.getX(i), ring.getY(i)};
                int last = strip(Math.max(edge[0], edge[2]));
                for (int strip = strip(Math.min(edge[0], edge[2])); strip <= last; strip++) {
                    strips.get(strip).add(edge);
                }
            }
        }

        private int strip(double x) {
            double strip = width > 0 ? Math.floor((x - west) / width) : 0;
            return (int) Math.max(0, Math.min(strips.size() - 1, strip));
        }

        boolean hold(double x, double y) {
            boolean odd = false;
            for (double[] edge : strips.get(strip(x))) {
                boolean fromLeft = edge[0] < x;
                boolean upright = edge[0] == edge[2];
                if (upright ? edge[0] == x && isBetween(y, edge) : isEnd(x, y, edge)) {
                    return true;
                }
                if (fromLeft != edge[2] < x) {
                    int side = side(edge, x, y);
                    if (side == 0) {
                        return true;
                    }
                    odd ^= (side < 0) == fromLeft;
                }
            }
            return odd;
        }

        private static boolean isBetween(double y, double[] edge) {
            return y >= Math.min(edge[1], edge[3]) && y <= Math.max(edge[1], edge[3]);
        }

        private static boolean isEnd(double x, double y, double[] edge) {
            return (edge[0] == x && edge[1] == y) || (edge[2] == x && edge[3] == y);
        }

        /** Positive if the point lies left of the edge, that is above one that runs east. */
        private static int side(double[] edge, double x, double y) {
            double one = (edge[2] - edge[0]) * (y - edge[1]);
            double other = (edge[3] - edge[1]) * (x - edge[0]);
            double difference = one - other;
            double size = Math.abs(one) + Math.abs(other);
            if (size > Double.MIN_NORMAL / CERTAIN && Math.abs(difference) > CERTAIN * size) {
                return difference > 0 ? 1 : -1;
            }
            return minus(edge[2], edge[0])
                    .multiply(minus(y, edge[1]))
                    .compareTo(minus(edge[3], edge[1]).multiply(minus(x, edge[0])));
        }

        private static BigDecimal minus(double a, double b) {
            return new BigDecimal(a).subtract(new BigDecimal(b));
        }
    }
}
