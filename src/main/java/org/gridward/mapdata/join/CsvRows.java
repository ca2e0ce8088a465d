package org.gridward.mapdata.join;

/**
 * Walks over the rows of a CSV held in bytes: newline ends a row unless it stands in quotes, and a quote opens only at the
 * start of a field. Blank rows are passed over. Works on bytes of UTF-8, GBK and Latin text alike, as none of them uses the
 * bytes of delimiter, quote and newline inside a character.
 */
final class CsvRows {

    private final byte delimiter;
    private final int lonField;
    private final int latField;
    private byte[] bytes;
    private int limit;
    private int at;

    int start;
    int end;
    int fields;
    int lonFrom;
    int lonTo;
    int latFrom;
    int latTo;

    /** The last field and the one before it. */
    int lastFrom;

    int lastTo;
    int beforeFrom;
    int beforeTo;

    /** The row ends inside quotes: only the last row of a file can. */
    boolean open;

    CsvRows(byte delimiter, int lonField, int latField) {
        this.delimiter = delimiter;
        this.lonField = lonField;
        this.latField = latField;
    }

    CsvRows over(byte[] data, int from, int to) {
        this.bytes = data;
        this.at = from;
        this.limit = to;
        return this;
    }

    /** Moves to the next row: its bytes (line end excluded), its number of fields, and where the two coordinates stand. */
    boolean next() {
        while (at < limit && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        if (at >= limit) {
            return false;
        }
        start = at;
        fields = 0;
        lonFrom = 0;
        lonTo = 0;
        latFrom = 0;
        latTo = 0;
        lastFrom = 0;
        lastTo = 0;
        open = false;
        int from = at;
        while (true) {
            if (at < limit && bytes[at] == '"') {
                skipQuoted();
            }
            while (at < limit && bytes[at] != delimiter && bytes[at] != '\n') {
                at++;
            }
            boolean last = at >= limit || bytes[at] == '\n';
            field(from, last && at > from && bytes[at - 1] == '\r' ? at - 1 : at);
            if (last) {
                end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
                at++;
                return true;
            }
            at++;
            from = at;
        }
    }

    /** Where the next row may begin. */
    int position() {
        return at;
    }

    private void skipQuoted() {
        at++;
        while (at < limit) {
            if (bytes[at++] == '"') {
                if (at >= limit || bytes[at] != '"') {
                    return;
                }
                at++;
            }
        }
        open = true;
    }

    private void field(int from, int to) {
        boolean quoted = to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
        int inFrom = quoted ? from + 1 : from;
        int inTo = quoted ? to - 1 : to;
        if (fields == lonField) {
            lonFrom = inFrom;
            lonTo = inTo;
        } else if (fields == latField) {
            latFrom = inFrom;
            latTo = inTo;
        }
        beforeFrom = lastFrom;
        beforeTo = lastTo;
        lastFrom = inFrom;
        lastTo = inTo;
        fields++;
    }
}
