package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.gridward.platform.Problem;

/** Cuts a stream into blocks of whole rows, keeping at most one block and one row in memory. */
final class CsvBlocks {

    static final int BLOCK_BYTES = 1 << 20;
    private static final int LONGEST_ROW = 1 << 20;

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer;
    private int filled;
    private boolean ended;
    private long rowsBefore;

    /** @param head bytes already taken from the stream, the header row excluded */
    CsvBlocks(InputStream in, byte[] head, byte delimiter) {
        this.in = in;
        this.delimiter = delimiter;
        this.buffer = Arrays.copyOf(head, Math.max(head.length, BLOCK_BYTES));
        this.filled = head.length;
    }

    boolean inputEnded() {
        return ended;
    }

    /** The next block, or null at the end. */
    CsvBlock next() throws IOException {
        while (true) {
            fill();
            int rows = 0;
            int cut = 0;
            boolean quoted = false;
            boolean fieldStart = true;
            int closedAt = -2;
            int lineStart = 0;
            for (int i = 0; i < filled; i++) {
                byte b = buffer[i];
                if (quoted) {
                    if (b == '"') {
                        quoted = false;
                        closedAt = i;
                    }
                } else if (b == '\n') {
                    rows += blank(lineStart, i) ? 0 : 1;
                    cut = i + 1;
                    lineStart = cut;
                    fieldStart = true;
                } else if (b == '"' && (fieldStart || closedAt == i - 1)) {
                    quoted = true;
                    fieldStart = false;
                } else {
                    fieldStart = b == delimiter;
                }
            }
            if (ended && cut < filled) {
                rows += blank(lineStart, filled) ? 0 : 1;
                cut = filled;
            }
            if (cut == 0 && ended) {
                return null;
            }
            if (cut == 0) {
                widen(rowsBefore);
                continue;
            }
            return take(cut, rows);
        }
    }

    private CsvBlock take(int cut, int rows) {
        CsvBlock block = new CsvBlock(buffer, 0, cut, rowsBefore, rows);
        byte[] next = new byte[BLOCK_BYTES + Math.max(0, filled - cut)];
        System.arraycopy(buffer, cut, next, 0, filled - cut);
        filled -= cut;
        buffer = next;
        rowsBefore += rows;
        return block;
    }

    private void fill() throws IOException {
        while (!ended && filled < buffer.length) {
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                ended = true;
            } else {
                filled += got;
            }
        }
    }

    private void widen(long row) {
        if (filled > LONGEST_ROW + BLOCK_BYTES) {
            throw Problem.unreadable(
                    "row-too-long",
                    "Row " + (row + 1)
                            + " is longer than a megabyte: a quote may be open, or the lines may not end with a line feed.");
        }
        buffer = Arrays.copyOf(buffer, buffer.length + BLOCK_BYTES);
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
