package org.gridward.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows into one table with {@code COPY … (FORMAT binary)}, the fastest way in that PostgreSQL has.
 *
 * <p>Call {@link #row()} and then one typed method a column, in the order of the columns given to {@link #into}; a null
 * value writes NULL. Nothing is stored before {@link #finish()}; closing without it cancels the whole COPY. The rows
 * belong to the transaction of the connection. Layout: PostgreSQL manual, chapter "COPY", section "Binary Format".
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH_AT_BYTES = 1 << 16;
    private static final long EPOCH_2000_SECONDS = 946_684_800L;
    private static final int POINT_WITH_SRID = 0x2000_0001;
    private static final int WGS84_SRID = 4326;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[2 * FLUSH_AT_BYTES];
    private int size;
    private int columnsWritten;
    private boolean finished;

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        this.columnsWritten = columns;
        raw(SIGNATURE, SIGNATURE.length);
        int32(0);
        int32(0);
    }

    /** Opens a COPY into {@code table} (with its schema) for the named columns; the connection must not be autocommit. */
    public static BinaryCopy into(Connection connection, String table, String... columns) throws SQLException {
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        return new BinaryCopy(copy, columns.length);
    }

    /** Begins the next row; the row before must hold every column. */
    public BinaryCopy row() throws SQLException {
        requireWholeRow();
        if (size >= FLUSH_AT_BYTES) {
            flush();
        }
        int16(columns);
        columnsWritten = 0;
        return this;
    }

    public BinaryCopy text(String value) {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy bytes(byte[] value) {
        if (value == null) {
            return nothing();
        }
        column(value.length);
        raw(value, value.length);
        return this;
    }

    /** Writes a jsonb column from JSON text. */
    public BinaryCopy jsonb(String json) {
        if (json == null) {
            return nothing();
        }
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        column(value.length + 1);
        int8(1);
        raw(value, value.length);
        return this;
    }

    public BinaryCopy int2(Integer value) {
        if (value == null) {
            return nothing();
        }
        column(2);
        int16(value);
        return this;
    }

    public BinaryCopy int4(Integer value) {
        if (value == null) {
            return nothing();
        }
        column(4);
        int32(value);
        return this;
    }

    public BinaryCopy bigint(Long value) {
        if (value == null) {
            return nothing();
        }
        column(8);
        int64(value);
        return this;
    }

    public BinaryCopy float4(Double value) {
        if (value == null) {
            return nothing();
        }
        column(4);
        int32(Float.floatToIntBits(value.floatValue()));
        return this;
    }

    public BinaryCopy float8(Double value) {
        if (value == null) {
            return nothing();
        }
        column(8);
        int64(Double.doubleToLongBits(value));
        return this;
    }

    public BinaryCopy bool(Boolean value) {
        if (value == null) {
            return nothing();
        }
        column(1);
        int8(value ? 1 : 0);
        return this;
    }

    /** Writes a timestamptz column, cut to whole microseconds as PostgreSQL keeps them. */
    public BinaryCopy timestamptz(Instant value) {
        if (value == null) {
            return nothing();
        }
        column(8);
        int64((value.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000L + value.getNano() / 1_000);
        return this;
    }

    public BinaryCopy uuid(UUID value) {
        if (value == null) {
            return nothing();
        }
        column(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    /** Writes a geometry(Point,4326) column as EWKB. */
    public BinaryCopy point(double lon, double lat) {
        column(25);
        int8(0);
        int32(POINT_WITH_SRID);
        int32(WGS84_SRID);
        int64(Double.doubleToLongBits(lon));
        int64(Double.doubleToLongBits(lat));
        return this;
    }

    /** Writes NULL. */
    public BinaryCopy nothing() {
        column(-1);
        return this;
    }

    /** Sends the rest and ends the COPY; returns the number of rows. Constraint violations surface here. */
    public long finish() throws SQLException {
        requireWholeRow();
        int16(-1);
        flush();
        finished = true;
        return copy.endCopy();
    }

    /** Cancels the COPY unless it was finished; the transaction must then be rolled back. */
    @Override
    public void close() throws SQLException {
        if (!finished && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void requireWholeRow() {
        if (columnsWritten != columns) {
            throw new IllegalStateException("a row of " + columnsWritten + " columns where COPY expects " + columns);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }

    private void column(int length) {
        if (columnsWritten == columns) {
            throw new IllegalStateException("more than " + columns + " columns in a row; call row() first");
        }
        columnsWritten++;
        int32(length);
    }

    private void raw(byte[] value, int length) {
        room(length);
        System.arraycopy(value, 0, buffer, size, length);
        size += length;
    }

    private void int8(int value) {
        room(1);
        buffer[size++] = (byte) value;
    }

    private void int16(int value) {
        int8(value >> 8);
        int8(value);
    }

    private void int32(int value) {
        int16(value >> 16);
        int16(value);
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
