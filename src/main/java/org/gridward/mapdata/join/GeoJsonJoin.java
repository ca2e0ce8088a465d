package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Optional;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.platform.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins GeoJSON points with a layer, feature by feature: one collection, or one feature a line, comes out as one feature a
 * line with {@code grid_code} and {@code standing} among its properties. What is no Point stands INVALID.
 */
public final class GeoJsonJoin {

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .build();

    /** Takes a feature: its tree, for reading or changing. */
    public interface FeatureTaker {
        void accept(ObjectNode feature) throws IOException;
    }

    private GeoJsonJoin() {}

    /** Runs the join. @throws Problem 400 when the text is no GeoJSON */
    public static Receipt run(InputStream in, Datum datum, LayerJoin join, Writer out) throws IOException {
        Tally tally = new Tally();
        each(in, feature -> {
            LonLat at = position(feature.path("geometry"), datum);
            int index = join.locate(at.lon(), at.lat());
            PointStanding standing = join.standing(index, at.lon(), at.lat());
            String code = index == GridLocator.NONE ? null : join.code(index);
            add(feature, code, standing);
            tally.add(standing, code);
            out.write(JSON.writeValueAsString(feature));
            out.write('\n');
        });
        return join.receipt(tally);
    }

    /** Writes code and standing among the properties of a feature. */
    static void add(ObjectNode feature, String code, PointStanding standing) {
        ObjectNode properties = feature.path("properties").isObject()
                ? (ObjectNode) feature.get("properties")
                : feature.putObject("properties");
        properties.put("grid_code", code);
        properties.put("standing", standing.name());
    }

    /** The receipt of what {@link #run} has written. */
    public static Receipt check(InputStream in, String layer, String edition) throws IOException {
        Tally tally = new Tally();
        each(in, feature -> {
            JsonNode properties = feature.path("properties");
            tally.add(
                    ReceiptCheck.standing(properties.path("standing").asString("")),
                    properties.path("grid_code").asString(""));
        });
        return tally.receipt(layer, edition, null, null);
    }

    /** Takes a point, NaN for what is none, and the code in its properties: empty text for null, none if not located. */
    interface PointTaker {
        void accept(LonLat at, Optional<String> code) throws IOException;
    }

    static void points(InputStream in, Datum datum, PointTaker taker) throws IOException {
        each(in, feature -> {
            JsonNode properties = feature.path("properties");
            taker.accept(
                    position(feature.path("geometry"), datum),
                    properties.has("standing")
                            ? Optional.of(properties.path("grid_code").asString(""))
                            : Optional.empty());
        });
    }

    static LonLat position(JsonNode geometry, Datum datum) {
        JsonNode pair = geometry.path("coordinates");
        boolean point = geometry.path("type").asString("").equals("Point")
                && pair.size() >= 2
                && pair.get(0).isNumber()
                && pair.get(1).isNumber();
        LonLat at = point ? new LonLat(pair.get(0).doubleValue(), pair.get(1).doubleValue()) : new LonLat(999, 999);
        return at.onGlobe() ? datum.toWgs84(at.lon(), at.lat()) : new LonLat(Double.NaN, Double.NaN);
    }

    private static void each(InputStream in, FeatureTaker taker) throws IOException {
        long seen = 0;
        try (JsonParser parser = JSON.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw Problem.unreadable("not-geojson", "The text is JSON, but it does not begin with an object.");
                }
                seen += root(parser, taker);
            }
        } catch (JacksonException e) {
            throw Problem.unreadable(
                    "unreadable-json",
                    "The GeoJSON cannot be read near feature " + (seen + 1) + ": " + e.getOriginalMessage());
        }
    }

    /** A root object: one feature is taken whole, a collection is walked into member by member. */
    private static long root(JsonParser parser, FeatureTaker taker) throws IOException {
        ObjectNode alone = JSON.createObjectNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return collection(parser, taker);
            }
            alone.set(name, parser.<JsonNode>readValueAsTree());
        }
        if (!alone.path("type").asString("").equals("Feature")) {
            throw Problem.unreadable("not-geojson", "The text is JSON, but neither a FeatureCollection nor a Feature.");
        }
        taker.accept(alone);
        return 1;
    }

    private static long collection(JsonParser parser, FeatureTaker taker) throws IOException {
        long seen = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode feature = parser.readValueAsTree();
            if (!(feature instanceof ObjectNode object)) {
                throw Problem.unreadable("not-geojson", "Record " + (seen + 1) + " of the collection is no Feature.");
            }
            taker.accept(object);
            seen++;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
        return seen;
    }
}
