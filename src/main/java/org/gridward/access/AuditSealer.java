package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links committed audit events into the chain. Seal n covers the canonical text of its event and the hash of seal n - 1.
 * Events are sealed in the order in which they are seen, so a transaction that commits late is simply sealed late. An
 * advisory lock keeps two servers from sealing at the same time; the one that comes second leaves it to the first.
 */
@Component
class AuditSealer {

    static final byte[] START = new byte[32];
    private static final long LOCK = 0x4757_5345_414cL;
    private static final int BATCH = 5_000;

    private record Head(long seq, byte[] hash) {}

    private record Waiting(long eventId, String text) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditAnchors anchors;

    AuditSealer(JdbcClient jdbc, TransactionTemplate transaction, AuditAnchors anchors) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.anchors = anchors;
    }

    /** Seals what waits now; answers how many events were sealed here. */
    int seal() {
        int sealed = 0;
        int batch;
        do {
            Integer done = transaction.execute(status -> sealBatch());
            batch = done == null ? 0 : done;
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    private int sealBatch() {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        List<Waiting> waiting = jdbc.sql(Sql.of("access/list_unsealed_events"))
                .param("most", BATCH)
                .query(Waiting.class)
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        Head head = jdbc.sql("SELECT seq, hash FROM access.audit_seals ORDER BY seq DESC LIMIT 1")
                .query(Head.class)
                .optional()
                .orElse(new Head(0, START));
        Long[] events = new Long[waiting.size()];
        String[] hashes = new String[waiting.size()];
        byte[] hash = head.hash();
        for (int i = 0; i < events.length; i++) {
            hash = link(waiting.get(i).text(), hash);
            events[i] = waiting.get(i).eventId();
            hashes[i] = HexFormat.of().formatHex(hash);
        }
        jdbc.sql(Sql.of("access/seal_events"))
                .param("last", head.seq())
                .param("head", HexFormat.of().formatHex(head.hash()))
                .param("events", events)
                .param("hashes", hashes)
                .update();
        anchors.keepAfterCommit(head.seq() + events.length, hash);
        return waiting.size();
    }

    /** SHA-256 over the event's canonical text and the hash before it. */
    static byte[] link(String text, byte[] previous) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8), previous);
    }
}
