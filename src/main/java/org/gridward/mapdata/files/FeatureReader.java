package org.gridward.mapdata.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one Feature, its members in any order, without building a tree; what is wrong with it becomes its fault. */
final class FeatureReader {

    private final JsonParser parser;
    private final ReadLimits limits;
    private final int number;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String type = "";
    private Geometry shape;
    private Fault fault;

    FeatureReader(JsonParser parser, ReadLimits limits, int number) {
        this.parser = parser;
        this.limits = limits;
        this.number = number;
    }

    /** Reads from the feature's first token to its last; the parser then stands on that. */
    Row read() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fault("", parser.getString(), "the record is no object of type Feature", "wrap it as a GeoJSON Feature");
            parser.skipChildren();
            return row();
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            member(name);
        }
        if (!type.equals("Feature")) {
            fault("type", type, "the record's type is not Feature", "wrap it as a GeoJSON Feature");
        }
        return row();
    }

    /** Takes one member whose value the parser stands on. */
    void member(String name) {
        switch (name) {
            case "type" -> type = scalar();
            case "id" -> {
                String id = scalar();
                if (!id.isEmpty()) {
                    fields.putIfAbsent("id", id);
                }
            }
            case "geometry" -> geometry();
            case "properties" -> properties();
            default -> parser.skipChildren();
        }
    }

    String type() {
        return type;
    }

    Row row() {
        return new Row(number, fields, shape, fault);
    }

    private void properties() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fault("properties", scalar(), "the properties are no object", "write {\"name\": value, …} or null");
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                fields.put(name, parser.readValueAsTree().toString());
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getString());
            }
        }
    }

    private void geometry() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        ShapeReader reader = new ShapeReader(parser, limits.maxVertices());
        reader.read();
        if (reader.trouble() == null) {
            shape = reader.shape();
        } else {
            fault("geometry", reader.value(), reader.trouble(), reader.remedy());
        }
    }

    private String scalar() {
        String text = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                ? parser.getString()
                : "";
        parser.skipChildren();
        return text;
    }

    private void fault(String field, String value, String reason, String remedy) {
        if (fault == null) {
            fault = new Fault(number, field, value, reason, remedy);
        }
    }
}
