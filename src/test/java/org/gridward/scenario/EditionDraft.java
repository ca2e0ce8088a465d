package org.gridward.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gridward.TestTown;
import org.gridward.grid.NewGrid;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** The sixteen micro-grids of the test town as a FeatureCollection, of which a test spoils one. */
final class EditionDraft {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final List<Feature> extra = new ArrayList<>();

    private record Feature(String code, String parent, String geometry) {}

    EditionDraft() {
        for (NewGrid grid : TestTown.microGrids()) {
            features.put(grid.code(), new Feature(grid.code(), grid.parentCode().orElseThrow(), geoJson(grid.shape())));
        }
    }

    /** Replaces the geometry of one grid by this JSON. */
    EditionDraft withGeometry(String code, String geometry) {
        features.computeIfPresent(code, (key, feature) -> new Feature(code, feature.parent(), geometry));
        return this;
    }

    EditionDraft withShape(String code, UnaryOperator<Geometry> change) {
        Geometry shape = TestTown.microGrids().stream()
                .filter(grid -> grid.code().equals(code))
                .findFirst()
                .orElseThrow()
                .shape();
        return withGeometry(code, geoJson(change.apply(shape)));
    }

    EditionDraft withParent(String code, String parent) {
        features.computeIfPresent(code, (key, feature) -> new Feature(code, parent, feature.geometry()));
        return this;
    }

    EditionDraft without(String code) {
        features.remove(code);
        return this;
    }

    /** Gives one grid the code of another. */
    EditionDraft withCode(String code, String other) {
        Feature feature = features.remove(code);
        extra.add(new Feature(other, feature.parent(), feature.geometry()));
        return this;
    }

    String json() {
        List<Feature> all = new ArrayList<>(features.values());
        all.addAll(extra);
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (Feature feature : all) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"gridCode\":\"")
                    .append(feature.code())
                    .append("\",\"name\":\"x\",\"parentCode\":")
                    .append(feature.parent() == null ? "null" : '"' + feature.parent() + '"')
                    .append("},\"geometry\":")
                    .append(feature.geometry())
                    .append('}');
        }
        return text.append("]}").toString();
    }

    private static String geoJson(Geometry shape) {
        return JSON.writeValueAsString(GeoJson.toMap(shape));
    }
}
