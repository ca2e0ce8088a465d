package org.gridward.dispatch.pick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.gridward.geodesy.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The streets as a graph on flat arrays: a node where a line has a vertex, an edge for each of its segments, both ways. Lines
 * meet where they share a vertex. Distances are metres on a plane about the middle of the streets. Immutable.
 */
public final class StreetGraph {

    /** Where a spot meets the streets: the edge, metres along it from its first node, and metres from the spot to it. */
    record Snap(int edge, double along, double offMeters) {}

    private static final double[] WINDOWS = {100, 400, 1_600};

    private final LocalFrame frame;
    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final double[] length;
    private final double[] x;
    private final double[] y;
    private final int[] first;
    private final int[] edgesOf;
    private final STRtree index = new STRtree();

    private StreetGraph(LocalFrame frame, List<double[]> nodes, List<int[]> edges) {
        this.frame = frame;
        this.nodes = nodes.size();
        this.x = nodes.stream().mapToDouble(node -> node[0]).toArray();
        this.y = nodes.stream().mapToDouble(node -> node[1]).toArray();
        this.from = edges.stream().mapToInt(edge -> edge[0]).toArray();
        this.to = edges.stream().mapToInt(edge -> edge[1]).toArray();
        this.length = new double[from.length];
        this.first = new int[this.nodes + 1];
        this.edgesOf = new int[2 * from.length];
        for (int e = 0; e < from.length; e++) {
            length[e] = Math.hypot(x[to[e]] - x[from[e]], y[to[e]] - y[from[e]]);
            first[from[e] + 1]++;
            first[to[e] + 1]++;
            index.insert(new Envelope(x[from[e]], x[to[e]], y[from[e]], y[to[e]]), e);
        }
        for (int n = 0; n < this.nodes; n++) {
            first[n + 1] += first[n];
        }
        int[] next = Arrays.copyOf(first, this.nodes);
        for (int e = 0; e < from.length; e++) {
            edgesOf[next[from[e]]++] = e;
            edgesOf[next[to[e]]++] = e;
        }
        index.build();
    }

    /** @param streets lines in WGS 84 degrees */
    public static StreetGraph of(List<Geometry> streets) {
        Envelope box = new Envelope();
        streets.forEach(street -> box.expandToInclude(street.getEnvelopeInternal()));
        LocalFrame frame = box.isNull() ? LocalFrame.at(0, 0) : LocalFrame.at(box.centre().x, box.centre().y);
        Map<Coordinate, Integer> known = new HashMap<>();
        List<double[]> nodes = new ArrayList<>();
        List<int[]> edges = new ArrayList<>();
        for (Geometry street : streets) {
            for (int i = 0; i < street.getNumGeometries(); i++) {
                int before = -1;
                for (Coordinate vertex : street.getGeometryN(i).getCoordinates()) {
                    int node = known.computeIfAbsent(new Coordinate(vertex.x, vertex.y), fresh -> {
                        nodes.add(new double[] {frame.x(fresh.x), frame.y(fresh.y)});
                        return nodes.size() - 1;
                    });
                    if (before >= 0 && before != node) {
                        edges.add(new int[] {before, node});
                    }
                    before = node;
                }
            }
        }
        return new StreetGraph(frame, nodes, edges);
    }

    public int nodes() {
        return nodes;
    }

    /** The nearest place on a street; null where none is within 1.6 km. */
    Snap snap(double lon, double lat) {
        double px = frame.x(lon);
        double py = frame.y(lat);
        for (double window : WINDOWS) {
            Snap best = null;
            List<?> near = index.query(new Envelope(px - window, px + window, py - window, py + window));
            for (Object found : near) {
                Snap snap = onto((Integer) found, px, py);
                if (best == null || snap.offMeters() < best.offMeters()) {
                    best = snap;
                }
            }
            if (best != null && best.offMeters() <= window) {
                return best;
            }
        }
        return null;
    }

    private Snap onto(int edge, double px, double py) {
        double ax = x[from[edge]];
        double ay = y[from[edge]];
        double dx = x[to[edge]] - ax;
        double dy = y[to[edge]] - ay;
        double squared = dx * dx + dy * dy;
        double t = squared == 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / squared));
        return new Snap(edge, t * length[edge], Math.hypot(px - ax - t * dx, py - ay - t * dy));
    }

    /** Metres along the streets from one spot to others, up to a limit. */
    public Reach reach(double lon, double lat, double limitMeters) {
        Snap start = snap(lon, lat);
        double[] meters = new double[nodes];
        Arrays.fill(meters, Double.POSITIVE_INFINITY);
        if (start == null) {
            return new Reach(this, null, meters);
        }
        PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        relax(meters, queue, from[start.edge()], start.along());
        relax(meters, queue, to[start.edge()], length[start.edge()] - start.along());
        while (!queue.isEmpty()) {
            double[] at = queue.poll();
            int node = (int) at[1];
            if (at[0] > meters[node] || at[0] > limitMeters) {
                continue;
            }
            for (int i = first[node]; i < first[node + 1]; i++) {
                int edge = edgesOf[i];
                relax(meters, queue, from[edge] == node ? to[edge] : from[edge], at[0] + length[edge]);
            }
        }
        return new Reach(this, start, meters);
    }

    private static void relax(double[] meters, PriorityQueue<double[]> queue, int node, double distance) {
        if (distance < meters[node]) {
            meters[node] = distance;
            queue.add(new double[] {distance, node});
        }
    }

    /** Straight metres between two spots. */
    public double straight(double lon1, double lat1, double lon2, double lat2) {
        return LocalFrame.at(lon1, lat1).metersBetween(lon1, lat1, lon2, lat2);
    }

    /** How far every place is from one spot along the streets. */
    public static final class Reach {

        private final StreetGraph graph;
        private final Snap start;
        private final double[] meters;

        private Reach(StreetGraph graph, Snap start, double[] meters) {
            this.graph = graph;
            this.start = start;
            this.meters = meters;
        }

        /** Metres to a spot: to the street, along it, and off it again; infinite where no street leads there. */
        public double to(double lon, double lat) {
            Snap end = start == null ? null : graph.snap(lon, lat);
            if (end == null) {
                return Double.POSITIVE_INFINITY;
            }
            double along = Math.min(
                    meters[graph.from[end.edge()]] + end.along(),
                    meters[graph.to[end.edge()]] + graph.length[end.edge()] - end.along());
            if (end.edge() == start.edge()) {
                along = Math.min(along, Math.abs(end.along() - start.along()));
            }
            return start.offMeters() + along + end.offMeters();
        }
    }
}
