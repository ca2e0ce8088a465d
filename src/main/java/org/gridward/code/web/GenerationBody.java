package org.gridward.code.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.code.CodeScheme;
import org.gridward.code.GenerateCodes;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request for codes: a layer or a scheme, the parent's digits, and a count or the grids of the parent, each
 * with a {@code ref}, its {@code code} if it has one, and its {@code geometry}.
 */
record GenerationBody(
        String layer,
        String scheme,
        Integer version,
        String parent,
        Integer count,
        Boolean merged,
        List<Grid> grids,
        String at) {

    record Grid(String ref, String code, JsonNode geometry) {}

    private static final int MAX_VERTICES = 100_000;

    GenerateCodes read(CodeScheme by) {
        List<GenerateCodes.Wanted> wanted = new ArrayList<>();
        List<Grid> sent = grids == null ? List.of() : grids;
        for (int i = 0; i < sent.size(); i++) {
            Grid grid = sent.get(i);
            if (grid == null) {
                throw Problem.unprocessable(
                                "grid-missing", "The grid at /grids/" + i + " is null; send an object or leave it out.")
                        .with("/grids/" + i, Fault.MISSING, "null");
            }
            wanted.add(new GenerateCodes.Wanted(
                    grid.ref() == null ? String.valueOf(i) : grid.ref(),
                    Optional.ofNullable(grid.code()),
                    shape(grid, "/grids/" + i + "/geometry")));
        }
        return new GenerateCodes(
                by, parent == null ? "" : parent, count == null ? 1 : count, wanted, Boolean.TRUE.equals(merged));
    }

    private static Geometry shape(Grid grid, String pointer) {
        if (grid.code() != null && (grid.geometry() == null || grid.geometry().isNull())) {
            return GeoJson.FACTORY.createPolygon();
        }
        Geometry shape = GeoJson.read(grid.geometry(), pointer, MAX_VERTICES);
        if (shape.isEmpty()) {
            throw Problem.unprocessable("empty-shape", "The grid at " + pointer + " has an empty shape.")
                    .with(pointer, Fault.MISSING, "empty");
        }
        return shape;
    }
}
