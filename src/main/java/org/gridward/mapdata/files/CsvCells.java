package org.gridward.mapdata.files;

/**
 * Writes values as CSV cells that a spreadsheet takes as text: a value that begins like a formula ({@code = + - @}, tab or
 * carriage return) gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10), unless it is a plain number.
 */
public final class CsvCells {

    private CsvCells() {}

    /** The value as one cell; quoted where it needs quotes. */
    public static String safe(Object value) {
        String text = value == null ? "" : value.toString().replace("\0", "");
        if (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !isNumber(text)) {
            text = "'" + text;
        }
        boolean quotes =
                text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t');
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }
}
