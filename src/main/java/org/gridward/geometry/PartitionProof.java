package org.gridward.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Proves, exactly and in one pass over the edges, that valid shapes have no overlap and no gap, where neighbours share
 * every vertex of their border. It says yes or nothing; what it cannot prove, an overlay must judge.
 *
 * <p>Let each ring run with its ground on the left. The winding numbers of all rings then add up to the number of shapes
 * that hold a point, and an edge that two rings run in opposite directions adds nothing. If all edges cancel against the
 * reversed border of a region, every point of the region is held exactly once and no other point is held. If what is left
 * is the border of polygons without holes, the same is true of these.
 */
final class PartitionProof {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final VertexTable vertices = new VertexTable();
    private long[] edges = new long[4096];
    private int count;

    private PartitionProof() {}

    /** Whether the shapes are proved to hold every point of the region once, and none outside, borders apart. */
    static boolean fills(Collection<Geometry> shapes, Geometry region) {
        PartitionProof proof = new PartitionProof();
        shapes.forEach(shape -> proof.add(shape, false));
        proof.add(region, true);
        long[] rest = proof.rest();
        return rest != null && rest.length == 0;
    }

    /** Whether the shapes are proved not to overlap and to leave no hole among them. */
    static boolean hasNoOverlapAndNoHole(Collection<Geometry> shapes) {
        PartitionProof proof = new PartitionProof();
        shapes.forEach(shape -> proof.add(shape, false));
        long[] rest = proof.rest();
        return rest != null && proof.isBorderWithoutHoles(rest);
    }

    private void add(Geometry shape, boolean reversed) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            if (!part.isEmpty()) {
                add(part.getExteriorRing(), !reversed);
                for (int k = 0; k < part.getNumInteriorRing(); k++) {
                    add(part.getInteriorRingN(k), reversed);
                }
            }
        }
    }

    private void add(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence line = ring.getCoordinateSequence();
        boolean flip = Orientation.isCCW(line) != counterClockwise;
        int from = vertices.number(line.getX(0), line.getY(0));
        for (int i = 1; i < line.size(); i++) {
            int to = vertices.number(line.getX(i), line.getY(i));
            if (to != from) {
                put(flip ? to : from, flip ? from : to);
            }
            from = to;
        }
    }

    private void put(int from, int to) {
        if (count == edges.length) {
            edges = Arrays.copyOf(edges, count * 2);
        }
        long low = Math.min(from, to);
        long high = Math.max(from, to);
        edges[count++] = low << 32 | high << 1 | (from < to ? 0 : 1);
    }

    /** The edges that nothing cancels, or null when one is run twice in the same direction. */
    private long[] rest() {
        Arrays.sort(edges, 0, count);
        long[] rest = new long[count];
        int left = 0;
        for (int i = 0; i < count; ) {
            int net = 0;
            int k = i;
            for (; k < count && edges[k] >>> 1 == edges[i] >>> 1; k++) {
                net += (edges[k] & 1) == 0 ? 1 : -1;
            }
            if (Math.abs(net) > 1) {
                return null;
            }
            if (net != 0) {
                rest[left++] = edges[i] & ~1L | (net > 0 ? 0 : 1);
            }
            i = k;
        }
        return Arrays.copyOf(rest, left);
    }

    private boolean isBorderWithoutHoles(long[] rest) {
        Map<Integer, Integer> next = new HashMap<>();
        for (long edge : rest) {
            int low = (int) (edge >>> 32);
            int high = (int) (edge >>> 1 & Integer.MAX_VALUE);
            boolean upward = (edge & 1) == 0;
            if (next.put(upward ? low : high, upward ? high : low) != null) {
                return false;
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        while (!next.isEmpty()) {
            List<Coordinate> ring = new ArrayList<>();
            int start = next.keySet().iterator().next();
            Integer at = start;
            do {
                ring.add(new Coordinate(vertices.x()[at], vertices.y()[at]));
                at = next.remove(at);
            } while (at != null && at != start);
            if (at == null || ring.size() < 3) {
                return false;
            }
            ring.add(ring.get(0).copy());
            LinearRing border = SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
            if (!Orientation.isCCW(border.getCoordinateSequence())) {
                return false;
            }
            polygons.add(SHAPES.createPolygon(border));
        }
        return new IsValidOp(SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new))).isValid();
    }
}
