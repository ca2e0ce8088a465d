package org.gridward.border.web;

import java.util.ArrayList;
import java.util.List;
import org.gridward.geometry.GridShape;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import tools.jackson.databind.JsonNode;

/** Reads the grids of a draft from a FeatureCollection: {@code gridCode} and a polygon each; the rest is not looked at. */
final class DraftReader {

    private static final int MAX_FEATURES = 50_000;
    private static final int MAX_VERTICES = 1_000_000;

    private DraftReader() {}

    /** @throws Problem 400 or 422 naming the place and what to try */
    static List<GridShape> read(JsonNode body) {
        JsonNode features = body.path("features");
        if (!body.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            throw Problem.unreadable(
                    "not-a-feature-collection", "A draft is a GeoJSON FeatureCollection with a list 'features'.");
        }
        if (features.size() > MAX_FEATURES) {
            throw Problem.unprocessable(
                    "features", "A draft has at most " + MAX_FEATURES + " grids; this has " + features.size() + ".");
        }
        List<GridShape> grids = new ArrayList<>(features.size());
        for (int i = 0; i < features.size(); i++) {
            grids.add(grid(features.get(i), "/features/" + i));
        }
        return grids;
    }

    private static GridShape grid(JsonNode feature, String pointer) {
        JsonNode properties = feature.path("properties");
        JsonNode node =
                properties.path("gridCode").isMissingNode() ? properties.path("code") : properties.path("gridCode");
        String code = node.isString() || node.isNumber() ? node.asString().strip() : "";
        if (code.isEmpty() || code.length() > 64) {
            throw Problem.unprocessable(
                            "grid-without-code",
                            "The feature at " + pointer + " has no property gridCode of 1 to 64 characters.")
                    .with(pointer + "/properties/gridCode", Fault.MISSING, "missing or too long");
        }
        Geometry shape = GeoJson.read(feature.path("geometry"), pointer + "/geometry", MAX_VERTICES);
        if (!(shape instanceof Polygonal)) {
            throw Problem.unprocessable(
                            "grid-not-a-polygon",
                            "Grid " + code + " is a " + shape.getGeometryType()
                                    + "; a grid is a Polygon or MultiPolygon.")
                    .with(pointer + "/geometry", Fault.SHAPE, "not a polygon");
        }
        return new GridShape(code, shape);
    }
}
