package org.gridward.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * How far the nearest of many lines is, such as the centre line of the nearest street.
 *
 * <p>Lines in lon/lat degrees; distances in metres of one equirectangular frame at their middle latitude, right to about
 * half a per cent across 50 km. Segments lie in square cells of flat arrays; a question looks at rings of cells until none
 * can hold anything nearer. Immutable and safe to share between threads. Cost: a few cells a question near lines, up to
 * (2 cap / cell)² far from them.
 */
public final class LineDistance {

    private static final double CELL_METERS = 150;
    private static final int MOST_CELLS = 4_000_000;

    private final GroundFrame frame;
    private final double west;
    private final double south;
    private final double cell;
    private final int columns;
    private final int rows;
    private final int[] starts;
    private final int[] segments;
    private final double[] ends;

    private LineDistance(GroundFrame frame, Envelope box, double[] ends) {
        this.frame = frame;
        this.west = box.getMinX();
        this.south = box.getMinY();
        double width = box.getWidth() * frame.metersPerLonDegree();
        double height = box.getHeight() * frame.metersPerLatDegree();
        this.cell = Math.max(CELL_METERS, Math.sqrt((width + 1) * (height + 1) / MOST_CELLS));
        this.columns = (int) (width / cell) + 1;
        this.rows = (int) (height / cell) + 1;
        this.ends = ends;
        this.starts = new int[columns * rows + 1];
        each((index, segment) -> starts[index + 1]++);
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        this.segments = new int[starts[starts.length - 1]];
        int[] next = Arrays.copyOf(starts, starts.length - 1);
        each((index, segment) -> segments[next[index]++] = segment);
    }

    private interface Entry {
        void put(int index, int segment);
    }

    /** An index over the line strings in these geometries; none at all is allowed: everything is then far. */
    public static LineDistance of(List<? extends Geometry> lines) {
        Envelope box = new Envelope();
        int count = 0;
        for (Geometry line : lines) {
            box.expandToInclude(line.getEnvelopeInternal());
            count += line.getNumPoints();
        }
        if (box.isNull()) {
            box = new Envelope(0, 0, 0, 0);
        }
        GroundFrame frame = GroundFrame.at((box.getMinY() + box.getMaxY()) / 2);
        double[] ends = new double[4 * count];
        int used = 0;
        for (Geometry shape : lines) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (shape.getGeometryN(i) instanceof LineString line) {
                    used = add(line.getCoordinateSequence(), box, frame, ends, used);
                }
            }
        }
        return new LineDistance(frame, box, Arrays.copyOf(ends, used));
    }

    private static int add(CoordinateSequence line, Envelope box, GroundFrame frame, double[] ends, int used) {
        int at = used;
        for (int i = 1; i < line.size(); i++) {
            for (int k = i - 1; k <= i; k++) {
                ends[at++] = (line.getX(k) - box.getMinX()) * frame.metersPerLonDegree();
                ends[at++] = (line.getY(k) - box.getMinY()) * frame.metersPerLatDegree();
            }
        }
        return at;
    }

    private void each(Entry entry) {
        for (int s = 0; s < ends.length / 4; s++) {
            int x1 = column(Math.min(ends[4 * s], ends[4 * s + 2]));
            int x2 = column(Math.max(ends[4 * s], ends[4 * s + 2]));
            int y1 = row(Math.min(ends[4 * s + 1], ends[4 * s + 3]));
            int y2 = row(Math.max(ends[4 * s + 1], ends[4 * s + 3]));
            for (int y = y1; y <= y2; y++) {
                for (int x = x1; x <= x2; x++) {
                    entry.put(y * columns + x, s);
                }
            }
        }
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floor(x / cell)));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floor(y / cell)));
    }

    /** Metres to the nearest line, at most the cap: what is further, or no position at all, is the cap. */
    public double meters(double lon, double lat, double capMeters) {
        double x = (lon - west) * frame.metersPerLonDegree();
        double y = (lat - south) * frame.metersPerLatDegree();
        if (!(Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
            return capMeters;
        }
        long column = (long) Math.floor(x / cell);
        long row = (long) Math.floor(y / cell);
        double best = capMeters * capMeters;
        for (long ring = 0; ring == 0 || (ring - 1) * cell < Math.sqrt(best); ring++) {
            for (long r = Math.max(0, row - ring); r <= Math.min(rows - 1L, row + ring); r++) {
                boolean edge = r == row - ring || r == row + ring;
                long step = edge || ring == 0 ? 1 : 2 * ring;
                for (long c = column - ring; c <= column + ring; c += step) {
                    if (c >= 0 && c < columns) {
                        best = Math.min(best, nearest((int) (r * columns + c), x, y));
                    }
                }
            }
        }
        return Math.sqrt(best);
    }

    private double nearest(int index, double x, double y) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = starts[index]; i < starts[index + 1]; i++) {
            int at = 4 * segments[i];
            double dx = ends[at + 2] - ends[at];
            double dy = ends[at + 3] - ends[at + 1];
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : ((x - ends[at]) * dx + (y - ends[at + 1]) * dy) / length;
            double t = Math.max(0, Math.min(1, along));
            double offX = x - ends[at] - t * dx;
            double offY = y - ends[at + 1] - t * dy;
            best = Math.min(best, offX * offX + offY * offY);
        }
        return best;
    }
}
