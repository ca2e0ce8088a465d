package org.gridward.mapdata.files;

/** Finds the delimiter of a CSV from its header line: the candidate that stands there most often, outside quotes. */
final class CsvDelimiter {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private CsvDelimiter() {}

    static char of(String header) {
        char best = CANDIDATES[0];
        int most = 0;
        for (char candidate : CANDIDATES) {
            int seen = 0;
            boolean quoted = false;
            for (int i = 0; i < header.length(); i++) {
                char at = header.charAt(i);
                quoted ^= at == '"';
                seen += !quoted && at == candidate ? 1 : 0;
            }
            if (seen > most) {
                most = seen;
                best = candidate;
            }
        }
        return best;
    }
}
