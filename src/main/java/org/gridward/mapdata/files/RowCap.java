package org.gridward.mapdata.files;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends a row that grows past eight million characters: an unclosed quote would otherwise pull the rest of the file into
 * memory. Also drops a byte order mark and shows the header line before it is read.
 */
final class RowCap extends FilterReader {

    static final class TooLong extends IOException {
        TooLong() {
            super("a row of more than " + LONGEST_ROW + " characters");
        }
    }

    private static final int LONGEST_ROW = 8_000_000;
    private static final int LONGEST_HEADER = 65_536;

    private int sinceStart;

    RowCap(Reader in) throws IOException {
        super(new BufferedReader(in, 1 << 16));
        in().mark(1);
        if (in().read() != '\uFEFF') {
            in().reset();
        }
    }

    private Reader in() {
        return in;
    }

    String peekLine() throws IOException {
        in.mark(LONGEST_HEADER);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int c = in.read(); c >= 0 && line.length() < LONGEST_HEADER - 1; c = in.read()) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && !line.isEmpty()) {
                break;
            }
            line.append((char) c);
        }
        in.reset();
        return line.toString();
    }

    /** A row has been delivered: count anew. The parser reads ahead by a few thousand characters, so it is no exact line. */
    void startRow() {
        sinceStart = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int got = in.read(into, from, length);
        sinceStart += Math.max(got, 0);
        if (sinceStart > LONGEST_ROW) {
            throw new TooLong();
        }
        return got;
    }
}
