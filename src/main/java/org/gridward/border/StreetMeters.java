package org.gridward.border;

import java.util.ArrayList;
import java.util.List;
import org.gridward.geometry.LineCutter;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures the streets of the base map, each metre in the one place that its piece lies in. */
@Component
class StreetMeters {

    private final JdbcClient jdbc;

    StreetMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The street centre lines that touch a box, lon/lat. */
    List<Geometry> streets(Envelope box) {
        return edges(box).stream().map(BlockEdges.Edge::line).toList();
    }

    /** The same with their names. */
    List<BlockEdges.Edge> edges(Envelope box) {
        if (box.isNull()) {
            return List.of();
        }
        return jdbc.sql(Sql.of("border/list_streets"))
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .query((row, number) -> new BlockEdges.Edge(
                        "STREET",
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        FaceRegister.shape(row.getBytes("wkb"))))
                .list();
    }

    /** Metres of street in each face; {@code locator} was built from the same faces. */
    double[] in(List<FoundFace> faces, FaceLocator locator) {
        double[] meters = new double[faces.size()];
        List<Geometry> shapes = new ArrayList<>();
        Envelope box = new Envelope();
        for (FoundFace face : faces) {
            shapes.add(face.polygon());
            box.expandToInclude(face.polygon().getEnvelopeInternal());
        }
        LineCutter cutter = LineCutter.along(shapes);
        for (Geometry street : streets(box)) {
            cutter.cut(street, (lon, lat, length) -> {
                int face = locator.place(lon, lat);
                if (face >= 0) {
                    meters[face] += length;
                }
            });
        }
        return meters;
    }
}
