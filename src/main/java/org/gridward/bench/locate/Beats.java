package org.gridward.bench.locate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridward.bench.SpinePoints;
import org.gridward.geometry.GridShape;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chicago's police beats of 2012: 277 polygons of 72,667 vertices, long borders of many short edges. */
final class Beats {

    private static final int MAX_VERTICES = 1_000_000;

    private Beats() {}

    /** One beat number stands for three polygons, so a code is the number and the place in the file. */
    static BenchLayer read(Path file) throws IOException {
        List<GridShape> shapes = new ArrayList<>();
        Envelope box = new Envelope();
        for (JsonNode feature : new JsonMapper().readTree(file.toFile()).path("features")) {
            String code = feature.path("properties").path("BEAT_NUM").asString() + "-" + shapes.size();
            GridShape shape = new GridShape(code, GeoJson.read(feature.path("geometry"), "/geometry", MAX_VERTICES));
            box.expandToInclude(shape.polygon().getEnvelopeInternal());
            shapes.add(shape);
        }
        return new BenchLayer(
                "chicago",
                shapes,
                (count, seed) ->
                        SpinePoints.of(count, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), seed));
    }
}
