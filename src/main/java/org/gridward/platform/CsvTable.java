package org.gridward.platform;

import java.util.List;
import java.util.StringJoiner;

/**
 * Tables as CSV for spreadsheets: a byte order mark in front, lines that end with CR LF. A text that a spreadsheet would take for
 * a formula begins with an apostrophe; what is null stays blank.
 */
public final class CsvTable {

    /** Stands in front of a table; spreadsheets in Chinese need it to read UTF-8. */
    public static final String MARK = "\uFEFF";

    private CsvTable() {}

    /** A whole table of texts, numbers and nulls. */
    public static String of(List<? extends List<?>> rows) {
        StringBuilder table = new StringBuilder(MARK);
        rows.forEach(cells -> table.append(line(cells)));
        return table.toString();
    }

    /** One line, with its end. */
    public static String line(List<?> cells) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        cells.forEach(cell -> line.add(cell(cell)));
        return line.toString();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String safe = safe(value.toString());
        return safe.matches("(?s).*[\",\\n\\r\\t].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The text with an apostrophe before it where a spreadsheet would compute it. */
    public static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
