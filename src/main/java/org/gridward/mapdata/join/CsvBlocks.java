package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cuts a stream into blocks of whole rows, keeping at most one block and one row in memory. */
final class CsvBlocks {

    /** A row is longer than any real row: a quote was never closed, or the lines do not end with a line feed. */
    static final class RowTooLong extends RuntimeException {}

    static final int BLOCK_BYTES = 1 << 19;
    private static final int LONGEST_ROW = 1 << 20;
    private static final int SPARE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;

    private final InputStream in;
    private final byte delimiter;
    private final BytePool pool;
    private final boolean quotes;
    private byte[] buffer;
    private int filled;
    private boolean ended;

    /** How far the buffer may be filled; an array out of the pool may be longer. */
    private int limit;

    /** @param head bytes already taken from the stream, the header row excluded */
    CsvBlocks(InputStream in, byte[] head, byte delimiter, BytePool pool) {
        this(in, head, delimiter, pool, true);
    }

    private CsvBlocks(InputStream in, byte[] head, byte delimiter, BytePool pool, boolean quotes) {
        this.in = in;
        this.quotes = quotes;
        this.delimiter = delimiter;
        this.pool = pool;
        this.buffer = Arrays.copyOf(head, Math.max(head.length, BLOCK_BYTES) + SPARE);
        this.filled = head.length;
        this.limit = Math.max(head.length, BLOCK_BYTES);
    }

    /** Blocks of whole lines, whatever quotes there are in them. */
    static CsvBlocks ofLines(InputStream in, BytePool pool) {
        return new CsvBlocks(in, new byte[0], (byte) 0, pool, false);
    }

    boolean inputEnded() {
        return ended;
    }

    /** The next block, or null at the end. @throws RowTooLong when a row does not end */
    CsvBlock next() throws IOException {
        while (true) {
            fill();
            int cut = ended ? filled : quotes && hasQuote() ? cutBehindQuotes() : cut();
            if (cut > 0) {
                return take(cut);
            }
            if (ended) {
                return null;
            }
            if (filled > LONGEST_ROW + BLOCK_BYTES) {
                throw new RowTooLong();
            }
            limit += BLOCK_BYTES;
            buffer = buffer.length < limit + SPARE ? Arrays.copyOf(buffer, limit + SPARE) : buffer;
        }
    }

    private CsvBlock take(int cut) {
        CsvBlock block = new CsvBlock(buffer, cut);
        byte[] next = pool.take(BLOCK_BYTES + Math.max(0, filled - cut) + SPARE);
        System.arraycopy(buffer, cut, next, 0, filled - cut);
        filled -= cut;
        limit = BLOCK_BYTES + filled;
        buffer = next;
        return block;
    }

    private void fill() throws IOException {
        while (!ended && filled < limit) {
            int got = in.read(buffer, filled, limit - filled);
            if (got < 0) {
                ended = true;
            } else {
                filled += got;
            }
        }
    }

    private boolean hasQuote() {
        for (int i = 0; i < filled; i += Long.BYTES) {
            long other = (long) LONGS.get(buffer, i) ^ ONES * '"';
            if ((other - ONES & ~other & HIGHS) != 0) {
                return true;
            }
        }
        return false;
    }

    private int cut() {
        int cut = filled;
        while (cut > 0 && buffer[cut - 1] != '\n') {
            cut--;
        }
        return cut;
    }

    private int cutBehindQuotes() {
        int cut = 0;
        boolean quoted = false;
        boolean fieldStart = true;
        int closedAt = -2;
        for (int i = 0; i < filled; i++) {
            byte b = buffer[i];
            if (quoted) {
                if (b == '"') {
                    quoted = false;
                    closedAt = i;
                }
            } else if (b == '\n') {
                cut = i + 1;
                fieldStart = true;
            } else if (b == '"' && (fieldStart || closedAt == i - 1)) {
                quoted = true;
                fieldStart = false;
            } else {
                fieldStart = b == delimiter;
            }
        }
        return cut;
    }
}
