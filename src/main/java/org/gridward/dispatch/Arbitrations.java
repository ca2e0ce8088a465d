package org.gridward.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Instants;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the cases that wait for an arbiter because they were refused twice; tells once when a ruling is overdue. */
@Component
public class Arbitrations {

    /** A case that waits, or waited, for a ruling; the last four are null until then. */
    public record Arbitration(
            UUID incidentId,
            String number,
            Instant askedAt,
            Instant due,
            String arbiter,
            String arbiterGrid,
            String reason,
            Instant firedAt,
            Instant endedAt,
            String ruledBy,
            String ruling,
            UUID precedent) {

        boolean isOpen() {
            return endedAt == null;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Arbitrations.class);

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Arbitrations(JdbcClient jdbc, WriteBatch batch, Outbox outbox, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Those that are open, or all, the earliest due first. */
    public List<Arbitration> list(boolean open) {
        return find(null, open);
    }

    Optional<Arbitration> of(UUID incident) {
        return find(incident, false).stream().findFirst();
    }

    private List<Arbitration> find(UUID incident, boolean open) {
        return jdbc.sql(Sql.of("dispatch/list_arbitrations"))
                .param("incident", incident)
                .param("open", open)
                .query((row, n) -> new Arbitration(
                        row.getObject("incident_id", UUID.class),
                        row.getString("number"),
                        Instants.of(row, "asked_at"),
                        Instants.of(row, "due"),
                        row.getString("arbiter"),
                        row.getString("arbiter_grid"),
                        row.getString("reason"),
                        Instants.of(row, "fired_at"),
                        Instants.of(row, "ended_at"),
                        row.getString("ruled_by"),
                        row.getString("ruling"),
                        row.getObject("precedent", UUID.class)))
                .list();
    }

    void ask(UUID incident, String number, Instant at, Instant due, String arbiter, String grid, String reason) {
        batch.add(Sql.of("dispatch/insert_arbitration"), incident, number, at, due, arbiter, grid, reason);
        outbox.append(
                "ArbitrationAsked",
                incident.toString(),
                Map.of("id", incident, "number", number, "arbiter", arbiter, "due", due));
    }

    /** @param ruledBy null where the incident ended without a ruling, as are ruling and precedent */
    void end(UUID incident, Instant at, String ruledBy, String ruling, UUID precedent) {
        batch.add(Sql.of("dispatch/end_arbitration"), incident, at, ruledBy, ruling, precedent);
    }

    @Scheduled(initialDelay = 7_000, fixedDelay = 5_000)
    void look() {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql(Sql.of("dispatch/fire_arbitrations"))
                    .query((row, n) -> Map.<String, Object>of(
                            "id", row.getObject("incident_id", UUID.class),
                            "number", row.getString("number"),
                            "arbiter", row.getString("arbiter"),
                            "due", Instants.of(row, "due")))
                    .list()
                    .forEach(late ->
                            outbox.append("ArbitrationOverdue", late.get("id").toString(), late)));
        } catch (DataAccessException | TransactionException away) {
            log.debug("Arbitrations not looked at: {}", away.toString());
        }
    }
}
