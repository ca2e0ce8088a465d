package org.gridward.geometry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real grids of Chicago, read where they lie; a test that needs them is skipped where they are absent. */
final class ChicagoShapes {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private ChicagoShapes() {}

    /** The folder of real data: system property or environment variable GRIDWARD_DATA, else ../shared/data. */
    static Path folder() {
        String named = System.getProperty("GRIDWARD_DATA", System.getenv("GRIDWARD_DATA"));
        Path folder = Path.of(named == null ? "../shared/data" : named);
        Assumptions.assumeTrue(
                Files.isDirectory(folder.resolve("chicago-grids")),
                () -> "skipped: no real data in " + folder.toAbsolutePath().normalize() + "; set GRIDWARD_DATA");
        return folder;
    }

    /** The features of one GeoJSON file, coded by position and property so that every code is its own. */
    static List<CoverageMember> read(String file, String property) {
        JsonNode features;
        try {
            features = JsonMapper.shared()
                    .readTree(Files.readString(folder().resolve(file)))
                    .get("features");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<CoverageMember> members = new ArrayList<>();
        for (JsonNode feature : features) {
            String code = feature.get("properties").get(property).asString() + "#" + members.size();
            members.add(CoverageMember.of(code, shape(feature.get("geometry"))));
        }
        return members;
    }

    private static Geometry shape(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        if (geometry.get("type").asString().equals("Polygon")) {
            return polygon(coordinates);
        }
        Polygon[] parts = new Polygon[coordinates.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = polygon(coordinates.get(i));
        }
        return SHAPES.createMultiPolygon(parts);
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = ring(rings.get(i));
        }
        return SHAPES.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(JsonNode points) {
        Coordinate[] ring = new Coordinate[points.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    points.get(i).get(0).asDouble(), points.get(i).get(1).asDouble());
        }
        return SHAPES.createLinearRing(ring);
    }
}
