package org.gridward.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Draws faces as valid polygons. Their vertices are those given, to the last bit, and the rounded crossings.
 *
 * <p>Where rounding a crossing to the nearest doubles (2 nanometres) makes borders of one face touch, the polygon is
 * drawn on a lattice of 1e-10 degrees (10 micrometres) instead; measures come from the unrounded face all the same.
 */
final class FaceShapes {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final PrecisionModel LATTICE = new PrecisionModel(1e10);

    private final Subdivision ground;
    private final int[] cyclesOf;
    private final int[] cycles;

    FaceShapes(Subdivision ground) {
        this.ground = ground;
        this.cyclesOf = new int[ground.faces() + 1];
        this.cycles = new int[ground.faceOfCycle().length];
        for (int face : ground.faceOfCycle()) {
            cyclesOf[face + 1]++;
        }
        for (int face = 0; face < ground.faces(); face++) {
            cyclesOf[face + 1] += cyclesOf[face];
        }
        int[] place = cyclesOf.clone();
        for (int cycle = 0; cycle < cycles.length; cycle++) {
            cycles[place[ground.faceOfCycle()[cycle]]++] = cycle;
        }
    }

    Polygon polygon(int face) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        boolean rounded = false;
        for (int i = cyclesOf[face]; i < cyclesOf[face + 1]; i++) {
            List<LinearRing> rings = new ArrayList<>();
            rounded |= rings(ground.halves().firstOfCycle(cycles[i]), rings);
            for (LinearRing ring : rings) {
                boolean isShell = signedArea(ring.getCoordinates()) > 0;
                if (isShell && (shell == null || ring.getNumPoints() > shell.getNumPoints())) {
                    shell = ring;
                } else if (!isShell) {
                    holes.add(ring);
                }
            }
        }
        if (shell == null) {
            return SHAPES.createPolygon();
        }
        Polygon polygon = SHAPES.createPolygon(shell, holes.toArray(new LinearRing[0]));
        return rounded && !polygon.isValid() ? onLattice(polygon) : polygon;
    }

    /** The largest part of what the lattice leaves. */
    private static Polygon onLattice(Polygon polygon) {
        var drawn = GeometryPrecisionReducer.reduceKeepCollapsed(polygon, LATTICE);
        Polygon largest = SHAPES.createPolygon();
        for (int i = 0; i < drawn.getNumGeometries(); i++) {
            if (drawn.getGeometryN(i) instanceof Polygon part && part.getArea() > largest.getArea()) {
                largest = part;
            }
        }
        return largest;
    }

    /** Cuts a cycle where it comes to a node again, into simple rings. True if a vertex is a rounded crossing. */
    private boolean rings(int first, List<LinearRing> rings) {
        NodedBorders borders = ground.borders();
        Map<Integer, Integer> seen = new HashMap<>();
        Deque<Integer> path = new ArrayDeque<>();
        boolean rounded = false;
        int half = first;
        do {
            int node = ground.halves().origin(half);
            rounded |= borders.isCrossing(node);
            if (ground.halves().degree(node) > 2) {
                Integer before = seen.put(node, path.size());
                if (before != null) {
                    ring(node, before, path, seen, rings);
                    seen.put(node, path.size());
                }
            }
            path.addLast(node);
            half = ground.halves().next(half);
        } while (half != first);
        ring(path.peekFirst(), 0, path, seen, rings);
        return rounded;
    }

    /** Takes the end of the path, from a place on, off as a ring back to its first node. */
    private void ring(int back, int from, Deque<Integer> path, Map<Integer, Integer> seen, List<LinearRing> rings) {
        CoordinateList points = new CoordinateList();
        NodedBorders borders = ground.borders();
        points.add(new Coordinate(borders.x()[back], borders.y()[back]), false);
        while (path.size() > from) {
            int node = path.removeLast();
            seen.remove(node);
            points.add(new Coordinate(borders.x()[node], borders.y()[node]), false);
        }
        if (points.size() > 3) {
            Coordinate[] ring = points.toCoordinateArray();
            CoordinateArrays.reverse(ring);
            rings.add(SHAPES.createLinearRing(ring));
        }
    }

    /** In square degrees, from the first vertex; positive if counter-clockwise. */
    private static double signedArea(Coordinate[] ring) {
        double sum = 0;
        for (int i = 1; i < ring.length; i++) {
            sum += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y)
                    - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
        }
        return sum / 2;
    }
}
