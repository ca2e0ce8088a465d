package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Copies polygons into outlines that share one flat array. */
final class OutlineReader {

    private final double[] xy;
    private int vertices;

    private OutlineReader(int capacity) {
        this.xy = new double[2 * capacity];
    }

    /**
     * The outlines of shapes, in their order.
     *
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    static Outline[] read(Collection<GridShape> shapes) {
        long capacity = shapes.stream()
                .mapToLong(shape -> shape.polygon().getNumPoints())
                .sum();
        if (2 * capacity > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    capacity + " vertices do not fit one locator; simplify the grids or split the layer");
        }
        OutlineReader reader = new OutlineReader((int) capacity);
        return shapes.stream().map(reader::outline).toArray(Outline[]::new);
    }

    private Outline outline(GridShape shape) {
        List<Integer> starts = new ArrayList<>();
        Geometry geometry = shape.polygon();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon part = (Polygon) geometry.getGeometryN(i);
            ring(shape, part.getExteriorRing(), true, starts);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                ring(shape, part.getInteriorRingN(hole), false, starts);
            }
        }
        starts.add(vertices);
        return new Outline(xy, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    private void ring(GridShape shape, LinearRing ring, boolean shell, List<Integer> starts) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int size = points.size();
        if (size == 0) {
            return;
        }
        int start = vertices;
        for (int i = 0; i < size; i++) {
            add(points.getX(i), points.getY(i), start);
        }
        for (int i = 2 * start; i < 2 * vertices; i++) {
            if (!Double.isFinite(xy[i])) {
                throw new IllegalArgumentException("grid " + shape.code()
                        + " has a coordinate that is not a finite number; give longitude and latitude in degrees");
            }
        }
        if (vertices - start == 1) {
            xy[2 * vertices] = xy[2 * start];
            xy[2 * vertices + 1] = xy[2 * start + 1];
            vertices++;
        }
        if (Orientation.isCCW(points) != shell) {
            reverse(start);
        }
        starts.add(start);
    }

    /** Adding zero turns the negative zero into the positive one, so that equal ordinates have equal bits. */
    private void add(double x, double y, int start) {
        if (vertices == start || xy[2 * vertices - 2] != x || xy[2 * vertices - 1] != y) {
            xy[2 * vertices] = x + 0.0;
            xy[2 * vertices + 1] = y + 0.0;
            vertices++;
        }
    }

    private void reverse(int start) {
        for (int i = start, j = vertices - 1; i < j; i++, j--) {
            for (int k = 0; k < 2; k++) {
                double swapped = xy[2 * i + k];
                xy[2 * i + k] = xy[2 * j + k];
                xy[2 * j + k] = swapped;
            }
        }
    }

    /** Copies outlines side by side into arrays of their own. */
    static Outline[] gather(Outline[] outlines) {
        int total = Arrays.stream(outlines).mapToInt(o -> o.to() - o.from()).sum();
        double[] xy = new double[2 * total];
        Outline[] copies = new Outline[outlines.length];
        int at = 0;
        for (int i = 0; i < outlines.length; i++) {
            Outline outline = outlines[i];
            int shift = at - outline.from();
            System.arraycopy(outline.xy, 2 * outline.from(), xy, 2 * at, 2 * (outline.to() - outline.from()));
            copies[i] = new Outline(
                    xy, Arrays.stream(outline.starts).map(s -> s + shift).toArray());
            at += outline.to() - outline.from();
        }
        return copies;
    }
}
