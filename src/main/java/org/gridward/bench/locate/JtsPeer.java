package org.gridward.bench.locate;

import java.util.List;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** What a good Java programmer picks: an STRtree of boxes, and PreparedGeometry.covers of those that come up. */
final class JtsPeer {

    private record Candidate(int index, PreparedGeometry polygon) {}

    private final GeometryFactory points = new GeometryFactory();
    private final STRtree tree = new STRtree();

    /** @param sorted the grids in the order of their codes, which gives them their indices */
    JtsPeer(List<GridShape> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            PreparedGeometry polygon =
                    PreparedGeometryFactory.prepare(sorted.get(i).polygon());
            tree.insert(sorted.get(i).polygon().getEnvelopeInternal(), new Candidate(i, polygon));
        }
        tree.build();
    }

    /** The lowest index of those that cover the point, as a {@link GridLocator} answers. */
    int locate(double lon, double lat) {
        Coordinate coordinate = new Coordinate(lon, lat);
        Point point = points.createPoint(coordinate);
        int lowest = Integer.MAX_VALUE;
        for (Object found : tree.query(new Envelope(coordinate))) {
            Candidate candidate = (Candidate) found;
            if (candidate.index() < lowest && candidate.polygon().covers(point)) {
                lowest = candidate.index();
            }
        }
        return lowest == Integer.MAX_VALUE ? GridLocator.NONE : lowest;
    }

    void locate(double[] lonLat, int from, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = locate(lonLat[2 * (from + i)], lonLat[2 * (from + i) + 1]);
        }
    }
}
