package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The borders of all grids in runs of a few segments, indexed by envelope.
 *
 * <p>Each segment is measured from its lower end (by x, then y), so a border that two grids share is equally far from
 * both to the last digit. Safe for threads: the tree is built before the first question.
 */
final class BorderFacets {

    private static final int SEGMENTS_A_FACET = 8;

    /** A run of vertices {@code from … to} of one ring. */
    private record Facet(int owner, CoordinateSequence ring, int from, int to) {}

    /** Receives the distance to each run of border met. */
    interface Visitor {
        void border(int index, double meters);
    }

    private final STRtree tree = new STRtree(8);
    private final Envelope extent = new Envelope();

    static BorderFacets of(List<GridShape> shapes) {
        BorderFacets facets = new BorderFacets();
        for (int i = 0; i < shapes.size(); i++) {
            int owner = i;
            shapes.get(i).polygon().apply((GeometryComponentFilter) part -> {
                if (part instanceof LineString ring) {
                    facets.add(owner, ring.getCoordinateSequence());
                }
            });
        }
        facets.tree.build();
        return facets;
    }

    private void add(int owner, CoordinateSequence ring) {
        for (int from = 0; from < ring.size() - 1; from += SEGMENTS_A_FACET) {
            int to = Math.min(from + SEGMENTS_A_FACET, ring.size() - 1);
            Envelope box = new Envelope();
            for (int i = from; i <= to; i++) {
                box.expandToInclude(ring.getX(i), ring.getY(i));
            }
            extent.expandToInclude(box);
            tree.insert(box, new Facet(owner, ring, from, to));
        }
    }

    /** Shows every border within reach, and maybe some beyond; true if that was all there is. */
    boolean search(double lon, double lat, double reachMeters, Visitor visitor) {
        GroundFrame frame = GroundFrame.at(lat);
        Envelope window = window(lon, lat, reachMeters, frame);
        tree.query(window, item -> {
            Facet facet = (Facet) item;
            visitor.border(facet.owner, meters(facet, lon, lat, frame));
        });
        return extent.isNull() || window.covers(extent);
    }

    /** The grids whose border may come within reach, and those given, ascending. */
    Iterable<Integer> near(double lon, double lat, double reachMeters, int[] given) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int index : given) {
            found.add(index);
        }
        List<Facet> hits = new ArrayList<>();
        tree.query(window(lon, lat, reachMeters, GroundFrame.at(lat)), item -> hits.add((Facet) item));
        hits.forEach(facet -> found.add(facet.owner));
        return found;
    }

    private static Envelope window(double lon, double lat, double reachMeters, GroundFrame frame) {
        double width = reachMeters / frame.metersPerLonDegree() * (1 + 1e-9);
        double height = reachMeters / frame.metersPerLatDegree() * (1 + 1e-9);
        return new Envelope(lon - width, lon + width, lat - height, lat + height);
    }

    private static double meters(Facet facet, double lon, double lat, GroundFrame frame) {
        double least = Double.POSITIVE_INFINITY;
        double x1 = (facet.ring.getX(facet.from) - lon) * frame.metersPerLonDegree();
        double y1 = (facet.ring.getY(facet.from) - lat) * frame.metersPerLatDegree();
        for (int i = facet.from + 1; i <= facet.to; i++) {
            double x2 = (facet.ring.getX(i) - lon) * frame.metersPerLonDegree();
            double y2 = (facet.ring.getY(i) - lat) * frame.metersPerLatDegree();
            boolean forward = x1 < x2 || (x1 == x2 && y1 <= y2);
            least = Math.min(least, forward ? squared(x1, y1, x2, y2) : squared(x2, y2, x1, y1));
            x1 = x2;
            y1 = y2;
        }
        return Math.sqrt(least);
    }

    /** Squared distance from the origin to a segment. */
    private static double squared(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length2 = dx * dx + dy * dy;
        double along = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length2));
        double x = along == 1 ? x2 : x1 + along * dx;
        double y = along == 1 ? y2 : y1 + along * dy;
        return x * x + y * y;
    }
}
