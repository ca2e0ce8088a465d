package org.gridward.mapdata.files;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One record of a file, as it stands there: texts by field name, and the shape in the file's own coordinates.
 *
 * @param number counted from 1, without the header
 * @param fields texts in file order; a field without a value is absent or empty
 * @param shape null where the file has none (every CSV row)
 * @param fault null, or why this record cannot be read; then fields and shape may be incomplete
 */
public record Row(int number, Map<String, String> fields, Geometry shape, Fault fault) {

    /** The text of a field without surrounding blanks; empty when it is absent. */
    public String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
