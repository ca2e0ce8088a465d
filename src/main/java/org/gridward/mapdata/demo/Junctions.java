package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Where streets meet so far, found by nearness. */
final class Junctions {
    private static final double CELL = 60;

    private final Map<Long, List<Coordinate>> cells = new HashMap<>();

    /** The junction nearest to a point within reach (at most 60 m), or null. */
    Coordinate nearest(Coordinate p, double reach) {
        Coordinate best = null;
        int cx = (int) Math.floor(p.x / CELL);
        int cy = (int) Math.floor(p.y / CELL);
        for (int i = cx - 1; i <= cx + 1; i++) {
            for (int j = cy - 1; j <= cy + 1; j++) {
                for (Coordinate c : cells.getOrDefault(key(i, j), List.of())) {
                    double d = c.distance(p);
                    if (d < reach && (best == null || d < best.distance(p))) {
                        best = c;
                    }
                }
            }
        }
        return best;
    }

    void add(Coordinate c) {
        cells.computeIfAbsent(key((int) Math.floor(c.x / CELL), (int) Math.floor(c.y / CELL)), k -> new ArrayList<>())
                .add(c);
    }

    private static long key(int i, int j) {
        return ((long) i << 32) ^ (j & 0xffffffffL);
    }
}
