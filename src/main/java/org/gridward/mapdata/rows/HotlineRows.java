package org.gridward.mapdata.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.intake.HotlineOrder;
import org.gridward.mapdata.files.Row;

/** Rows of 12345 orders. A time or coordinate that cannot be read is left out: the order is kept for a person, not lost. */
public final class HotlineRows {

    /** The fields this import knows. */
    public static final List<String> FIELDS = List.of(
            "number", "category", "description", "occurred_at", "address", "lon", "lat", "reporter_name", "phone");

    private final FieldNames names;
    private final TimeReader times;

    /** @throws org.gridward.platform.Problem 400 when the file has no column for the number or the text */
    public HotlineRows(FieldNames names, TimeReader times) {
        names.require("number");
        names.require("description");
        this.names = names;
        this.times = times;
    }

    public HotlineOrder read(Row row) {
        RowTexts texts = new RowTexts(row, names);
        Map<String, String> content = new LinkedHashMap<>(row.fields());
        if (row.fault() != null) {
            content.put("fault", row.fault().reason());
        }
        return new HotlineOrder(
                row.number(),
                texts.text("number"),
                texts.text("description"),
                texts.text("category"),
                texts.text("address"),
                degrees(texts, "lon"),
                degrees(texts, "lat"),
                time(texts),
                texts.text("reporter_name"),
                texts.text("phone"),
                content);
    }

    private static Double degrees(RowTexts texts, String field) {
        try {
            return texts.number(field);
        } catch (BadRow unreadable) {
            return null;
        }
    }

    private Instant time(RowTexts texts) {
        String text = texts.text("occurred_at");
        try {
            return text.isEmpty() ? null : times.read(texts.column("occurred_at"), text, Optional.empty());
        } catch (BadRow unreadable) {
            return null;
        }
    }
}
