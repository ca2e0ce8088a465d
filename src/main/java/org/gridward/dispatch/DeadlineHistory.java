package org.gridward.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what moved deadlines, and which of them could not be told. */
@Component
public class DeadlineHistory {

    /** One change; what it was before is null for a deadline that is new, what it is after for one that no longer counts. */
    public record Change(
            Instant at,
            String kind,
            String cause,
            String actor,
            String reason,
            Instant dueBefore,
            Instant dueAfter,
            Boolean provisionalBefore,
            Boolean provisionalAfter) {}

    /** A deadline that could not be told; parked: left alone until somebody asks; nextTry is null then. */
    public record Failure(
            long deadline,
            UUID incidentId,
            String number,
            String kind,
            Instant due,
            int attempts,
            String error,
            Instant firstAt,
            Instant lastAt,
            boolean parked,
            Instant nextTry) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    DeadlineHistory(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What changed the deadlines of an incident after they were made, in order. */
    public List<Change> changes(UUID incident) {
        return jdbc.sql(Sql.of("dispatch/list_deadline_changes"))
                .param("incident", incident)
                .query((row, n) -> new Change(
                        Instants.of(row, "at"),
                        row.getString("kind"),
                        row.getString("cause"),
                        row.getString("actor"),
                        row.getString("reason"),
                        Instants.of(row, "due_before"),
                        Instants.of(row, "due_after"),
                        row.getObject("provisional_before", Boolean.class),
                        row.getObject("provisional_after", Boolean.class)))
                .list();
    }

    /** The latest failure first. */
    public List<Failure> failures() {
        return jdbc.sql(Sql.of("dispatch/list_deadline_failures"))
                .query((row, n) -> new Failure(
                        row.getLong("deadline_id"),
                        row.getObject("incident_id", UUID.class),
                        row.getString("number"),
                        row.getString("kind"),
                        Instants.of(row, "due"),
                        row.getInt("attempts"),
                        row.getString("error"),
                        Instants.of(row, "first_at"),
                        Instants.of(row, "last_at"),
                        row.getBoolean("parked"),
                        Instants.of(row, "ring_at")))
                .list();
    }

    /** @throws Problem 404 {@code not-parked} where no such deadline is parked */
    @Transactional
    public void retry(long deadline, Actor actor) {
        jdbc.sql(Sql.of("dispatch/retry_deadline"))
                .param("id", deadline)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.notFound(
                        "not-parked",
                        "Deadline " + deadline
                                + " is not parked; GET /api/v1/deadlines/failures lists those that are."));
        audit.append(actor, "DEADLINE_RETRIED", String.valueOf(deadline), Map.of());
    }
}
