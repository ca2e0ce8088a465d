package org.gridward.geometry;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * The vertices and edges of many polygons, each once, numbered by place: whatever the order of the polygons, of their
 * rings and of the vertices in a ring, the same ground gives the same numbers.
 *
 * <p>Vertices ascend by x, then y, so along any straight line they ascend or descend. An edge runs from its lower
 * vertex to its higher. Coordinates are kept to the last bit (but for -0, which is 0).
 *
 * @param x longitudes of the vertices
 * @param y latitudes
 */
record BorderEdges(double[] x, double[] y, EdgeSet edges) {

    /** The grids are numbered by their place in the list. Throws IllegalArgumentException on an infinite ordinate. */
    static BorderEdges of(List<GridShape> shapes) {
        Reader reader = new Reader();
        for (int i = 0; i < shapes.size(); i++) {
            ShapeScan.finiteEnvelope(shapes.get(i));
            reader.read(shapes.get(i), i);
        }
        return reader.finish();
    }

    private static final class Reader {
        private final VertexTable vertices = new VertexTable();
        private final EdgeRows rows = new EdgeRows();

        void read(GridShape shape, int index) {
            shape.polygon().apply((GeometryComponentFilter) part -> {
                if (part instanceof LineString ring) {
                    ring(ring.getCoordinateSequence(), index);
                }
            });
        }

        private void ring(CoordinateSequence points, int index) {
            for (int i = 0, last = -1; i < points.size(); i++) {
                int vertex = vertices.number(points.getX(i), points.getY(i));
                if (i > 0 && vertex != last) {
                    rows.add(last, vertex, 0, index);
                }
                last = vertex;
            }
        }

        BorderEdges finish() {
            int[] rank = vertices.rankByPlace();
            rows.renumber(rank);
            return new BorderEdges(vertices.x(), vertices.y(), rows.toSupports(rank.length));
        }
    }
}
