package org.gridward.platform;

import java.sql.Connection;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the writes of a transaction and sends them together in one round trip right before the commit. For writes whose
 * result nobody reads: a statement of the same transaction does not see them before that. Without a transaction a write is
 * sent at once. A refusal by the store surfaces at the commit, which then rolls everything back. Transactions that did
 * nothing but add rows share their commit with others of the same moment ({@link SharedCommit}).
 */
@Component
public class WriteBatch {

    private final JdbcTemplate jdbc;
    private final SharedCommit shared;
    private final WriteSender sender = new WriteSender();

    WriteBatch(JdbcTemplate jdbc, SharedCommit shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    /**
     * Adds one statement with {@code ?} parameters: text, numbers, booleans, UUIDs, Instants, byte arrays, and arrays of
     * text ({@code String[]}), {@code Double[]} or {@code Instant[]}; null where SQL gets the type from a cast.
     */
    public void add(String sql, Object... values) {
        PendingWrites pending = pending();
        pending.add(sql, values);
        sendUnlessCollecting(pending);
    }

    /**
     * Adds one row to a statement that takes many: a value for each of its columns, anything whose {@code toString} the
     * database reads as the column's type; null stays null.
     */
    public void addRow(RowStatement statement, Object... values) {
        PendingWrites pending = pending();
        pending.addRow(statement, values);
        sendUnlessCollecting(pending);
    }

    /** Sends what is pending now, for a caller that is about to read it. */
    public void sendNow() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            send(pending());
        }
    }

    private void sendUnlessCollecting(PendingWrites pending) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(pending);
        }
    }

    private PendingWrites pending() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new PendingWrites();
        }
        Object held = TransactionSynchronizationManager.getResource(this);
        if (held != null) {
            return (PendingWrites) held;
        }
        PendingWrites pending = new PendingWrites();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(new Flusher(pending));
        return pending;
    }

    private void send(PendingWrites pending) {
        if (!pending.isEmpty()) {
            jdbc.execute((Connection connection) -> {
                sender.send(connection, pending.inOrder());
                return null;
            });
            pending.clear();
        }
    }

    private final class Flusher implements TransactionSynchronization, Ordered {

        private final PendingWrites pending;

        Flusher(PendingWrites pending) {
            this.pending = pending;
        }

        /** Last: whoever else has something to write before the commit has written it. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WriteBatch.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WriteBatch.this, pending);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!shared.took(pending)) {
                send(pending);
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WriteBatch.this);
        }
    }
}
