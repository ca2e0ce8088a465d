package org.gridward.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the writes of a transaction and sends them together, in order, in one round trip right before the commit. For
 * writes whose result nobody reads: a statement of the same transaction does not see them before that. Without a
 * transaction a write is sent at once. A refusal by the store surfaces at the commit, which then rolls everything back.
 */
@Component
public class WriteBatch {

    private record Write(String sql, Object[] values) {}

    private static final int KEPT_LONGEST = 12;
    private static final int KEPT_MOST = 200;

    private final JdbcTemplate jdbc;
    private final Map<List<String>, String> kept = new ConcurrentHashMap<>();

    WriteBatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one statement with {@code ?} parameters: text, numbers, booleans, UUIDs, Instants, byte arrays, and arrays of
     * text ({@code String[]}), {@code Double[]} or {@code Instant[]}; null where SQL gets the type from a cast.
     */
    public void add(String sql, Object... values) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(List.of(new Write(sql, values)));
            return;
        }
        pending().add(new Write(sql, values));
    }

    /** Sends what is pending now, for a caller that is about to read it. */
    public void sendNow() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        List<Write> writes = pending();
        if (!writes.isEmpty()) {
            List<Write> sent = List.copyOf(writes);
            writes.clear();
            send(sent);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Write> pending() {
        Object held = TransactionSynchronizationManager.getResource(this);
        if (held != null) {
            return (List<Write>) held;
        }
        List<Write> writes = new ArrayList<>();
        TransactionSynchronizationManager.bindResource(this, writes);
        TransactionSynchronizationManager.registerSynchronization(new Flusher(writes));
        return writes;
    }

    private void send(List<Write> writes) {
        String text = text(writes.stream().map(Write::sql).toList());
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                int index = 0;
                for (Write write : writes) {
                    for (Object value : write.values()) {
                        set(connection, statement, ++index, value);
                    }
                }
                return statement.execute();
            }
        });
    }

    /** The statements as one text; those of short batches are kept, since the same few come again and again. */
    private String text(List<String> statements) {
        if (statements.size() > KEPT_LONGEST || kept.size() > KEPT_MOST) {
            return String.join(";\n", statements);
        }
        return kept.computeIfAbsent(statements, list -> String.join(";\n", list));
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
            statement.setNull(index, java.sql.Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }

    private final class Flusher implements TransactionSynchronization {

        private final List<Write> writes;

        Flusher(List<Write> writes) {
            this.writes = writes;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WriteBatch.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WriteBatch.this, writes);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            sendNow();
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WriteBatch.this);
        }
    }
}
