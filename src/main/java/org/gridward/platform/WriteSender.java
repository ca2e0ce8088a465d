package org.gridward.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gridward.platform.PendingWrites.Write;

/** Sends writes over a connection as one message. */
final class WriteSender {

    private static final int KEPT_LONGEST = 16;
    private static final int KEPT_MOST = 200;

    private final Map<List<String>, String> kept = new ConcurrentHashMap<>();

    /** Sends them into the transaction of the connection. */
    void send(Connection connection, List<Write> writes) throws SQLException {
        send(connection, text(writes.stream().map(Write::sql).toList()), writes);
    }

    /**
     * Sends them as a transaction of their own, begun and committed in the same message, over a connection that has none.
     * When it fails the transaction may still be open, for the caller to roll back.
     */
    void sendAndCommit(Connection connection, List<Write> writes) throws SQLException {
        Stream<String> inside = writes.stream().map(Write::sql);
        send(
                connection,
                text(Stream.of(Stream.of("BEGIN"), inside, Stream.of("COMMIT"))
                        .flatMap(part -> part)
                        .toList()),
                writes);
    }

    private static void send(Connection connection, String text, List<Write> writes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int index = 0;
            for (Write write : writes) {
                index = write.isSingle()
                        ? setSingle(connection, statement, index, write.rows().get(0))
                        : setRows(connection, statement, index, write.rows());
            }
            statement.execute();
        }
    }

    /** The statements as one text; those of short batches are kept, since the same few come again and again. */
    private String text(List<String> statements) {
        if (statements.size() > KEPT_LONGEST || kept.size() > KEPT_MOST) {
            return String.join(";\n", statements);
        }
        return kept.computeIfAbsent(statements, list -> String.join(";\n", list));
    }

    private static int setRows(Connection connection, PreparedStatement statement, int index, List<Object[]> rows)
            throws SQLException {
        int columns = rows.get(0).length;
        for (int column = 0; column < columns; column++) {
            String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = text(rows.get(row)[column]);
            }
            statement.setArray(index + column + 1, connection.createArrayOf("text", values));
        }
        return index + columns;
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
    }

    private static int setSingle(Connection connection, PreparedStatement statement, int before, Object[] values)
            throws SQLException {
        int index = before;
        for (Object value : values) {
            set(connection, statement, ++index, value);
        }
        return index;
    }

    private static void set(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else if (value instanceof Double[] numbers) {
            statement.setArray(index, connection.createArrayOf("float8", numbers));
        } else if (value instanceof Instant[] instants) {
            String[] texts = new String[instants.length];
            for (int i = 0; i < instants.length; i++) {
                texts[i] = instants[i] == null ? null : instants[i].toString();
            }
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }
}
