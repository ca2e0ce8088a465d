package org.gridward.grid.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.EditionId;
import org.gridward.grid.NewGrid;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a FeatureCollection as an edition to be adopted. */
@Component
class EditionReader {

    private static final int MAX_FEATURES = 50_000;
    private static final int MAX_VERTICES = 1_000_000;
    private static final Set<String> OWN = Set.of(
            "gridCode", "code", "name", "nameZh", "nameEn", "parentCode", "households", "edition", "areaSquareMeters");

    private final Clock clock;
    private final JsonMapper json;

    EditionReader(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** The members validFrom, validUntil, correctsEdition and source of the collection count when the parameters are absent. */
    AdoptEdition read(
            String layer, JsonNode body, String validFrom, String validUntil, String corrects, String source) {
        if (!body.isObject() || !body.path("type").asString("").equals("FeatureCollection")) {
            throw Problem.unreadable(
                    "not-a-feature-collection",
                    "An edition is a GeoJSON FeatureCollection; this has the type '"
                            + body.path("type").asString("(none)") + "'.");
        }
        JsonNode features = body.path("features");
        if (!features.isArray() || features.size() > MAX_FEATURES) {
            throw Problem.unprocessable(
                    "features",
                    "An edition has a list 'features' of at most " + MAX_FEATURES + " grids; this has "
                            + features.size() + ".");
        }
        List<NewGrid> grids = new ArrayList<>(features.size());
        for (int i = 0; i < features.size(); i++) {
            grids.add(grid(features.get(i), "/features/" + i));
        }
        return new AdoptEdition(
                layer,
                validFrom(first(validFrom, body, "validFrom")),
                Optional.ofNullable(first(validUntil, body, "validUntil"))
                        .map(text -> Instants.parse(text, "/validUntil")),
                grids,
                Optional.ofNullable(first(corrects, body, "correctsEdition")).map(EditionId::parse),
                Optional.ofNullable(first(source, body, "source")).orElse("uploaded"));
    }

    private Instant validFrom(String text) {
        return text == null ? clock.instant() : Instants.parse(text, "/validFrom");
    }

    private static String first(String parameter, JsonNode body, String member) {
        if (parameter != null && !parameter.isBlank()) {
            return parameter;
        }
        JsonNode node = body.path(member);
        if (!node.isString() && !node.isMissingNode() && !node.isNull()) {
            throw Problem.unreadable(
                            "unreadable-value", "The member '" + member + "' is " + node.getNodeType() + "; send text.")
                    .with("/" + member, Fault.UNREADABLE, "not a text");
        }
        return node.isString() && !node.asString().isBlank() ? node.asString() : null;
    }

    private NewGrid grid(JsonNode feature, String pointer) {
        JsonNode properties = feature.path("properties");
        String code = text(properties, "gridCode")
                .or(() -> text(properties, "code"))
                .orElseThrow(() -> Problem.unprocessable(
                                "grid-without-code",
                                "The feature at " + pointer + " has no property gridCode; give each grid its code.")
                        .with(pointer + "/properties/gridCode", Fault.MISSING, "missing"));
        if (code.length() > 64) {
            throw Problem.unprocessable("grid-code", "The grid code '" + code + "' is longer than 64 characters.");
        }
        Geometry shape = GeoJson.read(feature.path("geometry"), pointer + "/geometry", MAX_VERTICES);
        if (!(shape instanceof Polygonal)) {
            throw Problem.unprocessable(
                            "grid-not-a-polygon",
                            "Grid " + code + " is a " + shape.getGeometryType()
                                    + "; a grid is a Polygon or MultiPolygon.")
                    .with(pointer + "/geometry", Fault.SHAPE, "not a polygon");
        }
        String nameZh =
                text(properties, "nameZh").or(() -> text(properties, "name")).orElse(code);
        return new NewGrid(
                code,
                nameZh,
                text(properties, "nameEn").orElse(nameZh),
                text(properties, "parentCode"),
                households(properties, pointer),
                shape,
                attributes(properties));
    }

    private static OptionalInt households(JsonNode properties, String pointer) {
        JsonNode node = properties.path("households");
        if (node.isMissingNode() || node.isNull()) {
            return OptionalInt.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw Problem.unprocessable(
                            "households", "households " + node + " is not a whole number from 0 to 2147483647.")
                    .with(pointer + "/properties/households", Fault.NUMBER, "not a whole number");
        }
        return OptionalInt.of(node.asInt());
    }

    private static Optional<String> text(JsonNode properties, String name) {
        JsonNode node = properties.path(name);
        if (node.isString() && !node.asString().isBlank()) {
            return Optional.of(node.asString().strip());
        }
        return node.isNumber() ? Optional.of(node.asString()) : Optional.empty();
    }

    private Map<String, Object> attributes(JsonNode properties) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        properties.properties().forEach(entry -> {
            if (!OWN.contains(entry.getKey())) {
                attributes.put(entry.getKey(), json.convertValue(entry.getValue(), Object.class));
            }
        });
        return attributes;
    }
}
