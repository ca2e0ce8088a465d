package org.gridward.platform;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what happened into the transaction that did it. After the commit the console room moves it to the stream, once,
 * in order; {@link #onCommit} lets it do so at once instead of at its next look.
 */
@Component
public class Outbox {

    private static final RowStatement INSERT = RowStatement.of("platform/insert_outbox", RowStatement.Rank.NEWS);

    private final WriteBatch batch;
    private final JsonMapper json;
    private final List<Runnable> listeners = new java.util.concurrent.CopyOnWriteArrayList<>();

    Outbox(WriteBatch batch, JsonMapper json) {
        this.batch = batch;
        this.json = json;
    }

    /** Adds one entry: the type is an event's name, the subject what it is about, the payload a record or map. */
    public void append(String type, String subject, Object payload) {
        batch.addRow(INSERT, type, subject, json.writeValueAsString(payload));
        wakeAfterCommit();
    }

    /** For a room whose own statement writes the outbox row too: wakes the listeners once this transaction commits. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** Calls the listener after each commit that appended something; it must return at once. */
    public void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }
}
