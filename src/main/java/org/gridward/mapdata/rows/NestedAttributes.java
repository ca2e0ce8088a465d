package org.gridward.mapdata.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Unfolds a column "attributes" that holds a JSON object, as the export writes it. */
final class NestedAttributes {

    private static final String COLUMN = "attributes";

    private NestedAttributes() {}

    /** The attributes with those of the nested object among them. @throws BadRow when it is no JSON object */
    static Map<String, Object> unfold(Map<String, Object> attributes) {
        Object nested = attributes.get(COLUMN);
        if (!(nested instanceof String text) || !text.startsWith("{")) {
            return attributes;
        }
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.remove(COLUMN);
        try {
            JsonMapper.shared()
                    .readTree(text)
                    .properties()
                    .forEach(member -> all.put(
                            member.getKey(),
                            member.getValue().isString() ? member.getValue().asString() : member.getValue()));
        } catch (JacksonException e) {
            throw new BadRow(COLUMN, text, "it is no JSON object", "write {\"name\": \"value\"}, or rename the column");
        }
        return all;
    }
}
