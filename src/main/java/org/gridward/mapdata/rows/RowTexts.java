package org.gridward.mapdata.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.mapdata.files.Row;

/** The texts of one row by field name. */
final class RowTexts {

    private final Row row;
    private final FieldNames names;

    RowTexts(Row row, FieldNames names) {
        this.row = row;
        this.names = names;
    }

    /** The text of a field, without blanks around it; empty when there is none. */
    String text(String field) {
        return names.column(field).map(row::text).orElse("");
    }

    String column(String field) {
        return names.column(field).orElse(field);
    }

    /** @throws BadRow when the field is empty */
    String required(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw new BadRow(column(field), "", "there is no " + field, "fill it in, or remove the row");
        }
        return text;
    }

    /** @throws BadRow when the field is neither empty nor a finite number */
    Double number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for what is not finite
        }
        throw new BadRow(column(field), text, "it is no finite number", "write it with digits and a decimal point");
    }

    /** What is to be kept as attributes, empty texts left out. */
    Map<String, Object> attributes(boolean others) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        names.attributes().forEach((column, name) -> put(attributes, name, row.text(column)));
        if (others) {
            row.fields().keySet().stream()
                    .filter(column ->
                            !names.holdsField(column) && !names.attributes().containsKey(column))
                    .forEach(column -> put(attributes, column, row.text(column)));
        }
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, String text) {
        if (!text.isEmpty()) {
            attributes.put(name, text);
        }
    }
}
