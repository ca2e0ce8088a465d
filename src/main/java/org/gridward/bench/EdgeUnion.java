package org.gridward.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The union of polygons that meet edge to edge, given as counter-clockwise rings of packed vertices: an edge and its
 * reverse cancel, what is left is linked to rings. No coordinate is computed, so the union is exact.
 */
final class EdgeUnion {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private EdgeUnion() {}

    static Geometry of(List<long[]> rings) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (List<Long> loop : loops(outline(rings))) {
            Coordinate[] ring = coordinates(loop);
            (Area.ofRingSigned(ring) < 0 ? shells : holes).add(SHAPES.createLinearRing(ring));
        }
        Polygon[] parts = shells.stream()
                .map(shell -> SHAPES.createPolygon(
                        shell,
                        holes.stream().filter(hole -> within(hole, shell)).toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
        return parts.length == 1 ? parts[0] : SHAPES.createMultiPolygon(parts);
    }

    /** From each vertex the vertices that an edge of the outline leads to. */
    private static Map<Long, List<Long>> outline(List<long[]> rings) {
        Map<Long, List<Long>> out = new LinkedHashMap<>();
        for (long[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                long from = ring[i];
                long to = ring[(i + 1) % ring.length];
                List<Long> back = out.get(to);
                if (back == null || !back.remove((Long) from)) {
                    out.computeIfAbsent(from, vertex -> new ArrayList<>(1)).add(to);
                }
            }
        }
        return out;
    }

    /** Follows the edges; where a vertex comes up again, the loop since then is cut off, so that all are simple. */
    private static List<List<Long>> loops(Map<Long, List<Long>> out) {
        List<List<Long>> loops = new ArrayList<>();
        for (long start : out.keySet()) {
            List<Long> path = new ArrayList<>();
            Map<Long, Integer> seen = new HashMap<>();
            long at = start;
            while (!out.get(at).isEmpty() || seen.containsKey(at)) {
                Integer before = seen.get(at);
                if (before != null) {
                    List<Long> loop = path.subList(before, path.size());
                    loops.add(new ArrayList<>(loop));
                    loop.forEach(seen::remove);
                    loop.clear();
                    continue;
                }
                seen.put(at, path.size());
                path.add(at);
                at = out.get(at).remove(0);
            }
        }
        return loops;
    }

    private static Coordinate[] coordinates(List<Long> loop) {
        Coordinate[] ring = new Coordinate[loop.size() + 1];
        Arrays.setAll(ring, i -> {
            long vertex = loop.get(i % loop.size());
            return new Coordinate(LocalDegrees.lonOf(vertex), LocalDegrees.latOf(vertex));
        });
        return ring;
    }

    private static boolean within(LinearRing hole, LinearRing shell) {
        return Arrays.stream(hole.getCoordinates())
                .allMatch(vertex -> PointLocation.isInRing(vertex, shell.getCoordinates()));
    }
}
