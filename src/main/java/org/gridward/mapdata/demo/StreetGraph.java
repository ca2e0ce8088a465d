package org.gridward.mapdata.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The streets one can walk, on the drawing board: junctions and the stretches between them. */
final class StreetGraph {
    /** A stretch seen from one end: walking it leads to {@code to}. */
    record Way(int id, int to, double length, LengthIndexedLine line) {}

    final List<Coordinate> nodes = new ArrayList<>();
    final List<List<Way>> ways = new ArrayList<>();
    private final Map<Coordinate, Integer> ids = new HashMap<>();

    StreetGraph(Fabric fabric) {
        int id = 0;
        for (Fabric.Edge e : fabric.edges) {
            if (e.rank() == 2 || e.rank() >= 4) {
                LineString line = new Frontage(e).line;
                Coordinate[] c = line.getCoordinates();
                int a = node(c[0]);
                int b = node(c[c.length - 1]);
                ways.get(a).add(new Way(id, b, line.getLength(), new LengthIndexedLine(line)));
                ways.get(b).add(new Way(id, a, line.getLength(), new LengthIndexedLine(line.reverse())));
                id++;
            }
        }
    }

    private int node(Coordinate c) {
        return ids.computeIfAbsent(c, k -> {
            nodes.add(k);
            ways.add(new ArrayList<>());
            return nodes.size() - 1;
        });
    }

    /** The junction nearest to a point from which one can walk in at least two directions. */
    int nearest(double x, double y) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < nodes.size(); i++) {
            double d = StrictMath.hypot(nodes.get(i).x - x, nodes.get(i).y - y);
            if (d < least && ways.get(i).size() > 2) {
                least = d;
                best = i;
            }
        }
        return best;
    }
}
