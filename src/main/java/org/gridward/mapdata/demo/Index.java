package org.gridward.mapdata.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Which face of the fabric, and so which micro-grid, holds a point of the drawing board. */
final class Index {
    private final STRtree tree = new STRtree();
    private final int[] microGrid;
    private final List<Divisions.Division> microGrids;

    private record Entry(int face, PreparedGeometry shape) {}

    Index(Fabric fabric, List<Divisions.Division> microGrids) {
        this.microGrids = microGrids;
        this.microGrid = new int[fabric.faces.size()];
        for (int m = 0; m < microGrids.size(); m++) {
            for (int f : microGrids.get(m).faces()) {
                microGrid[f] = m;
            }
        }
        for (Fabric.Face f : fabric.faces) {
            tree.insert(
                    f.metres().getEnvelopeInternal(), new Entry(f.id(), PreparedGeometryFactory.prepare(f.metres())));
        }
        tree.build();
    }

    /** The face, or -1 at sea. */
    int face(Coordinate c) {
        Point p = Plane.METRES.createPoint(c);
        for (Object o : tree.query(p.getEnvelopeInternal())) {
            Entry e = (Entry) o;
            if (e.shape().contains(p)) {
                return e.face();
            }
        }
        return -1;
    }

    Divisions.Division microGridOf(int face) {
        return microGrids.get(microGrid[face]);
    }
}
