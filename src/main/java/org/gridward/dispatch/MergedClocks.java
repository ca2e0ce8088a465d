package org.gridward.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.incident.Action;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Ids;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a case is merged into another, the earlier clock counts; the other case says so. When it is taken apart again, each
 * goes on by its own clock, as if they had never met: what was due is due when it was due.
 */
@Component
class MergedClocks {

    private static final int TASKS_MOST = 100;

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final DeadlineClocks clocks;
    private final IncidentDesk incidents;
    private final ApplicationEventPublisher events;

    MergedClocks(
            JdbcClient jdbc,
            WriteBatch batch,
            DeadlineClocks clocks,
            @Lazy IncidentDesk incidents,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clocks = clocks;
        this.incidents = incidents;
        this.events = events;
    }

    @EventListener
    void on(IncidentChanged change) {
        if (change.action() == Action.MERGE && change.detail().get("into") instanceof UUID into) {
            merge(change, into);
        } else if (change.action() == Action.UNMERGE && change.detail().get("from") instanceof UUID from) {
            goOn(change, (Instant) change.detail().get("mergedAt"));
            giveBack(change, from);
        }
    }

    private void merge(IncidentChanged change, UUID into) {
        batch.sendNow();
        Optional<Instant> nextDue = nextDue("dispatch/merge_deadlines", change, change.id(), into);
        tell(into, "MERGED_IN", change, change.note(), nextDue);
    }

    /** The case has its own people and clock again; one that stood when it was merged went on at that moment. */
    private void goOn(IncidentChanged change, Instant mergedAt) {
        batch.sendNow();
        jdbc.sql(Sql.of("dispatch/part_response"))
                .param("incident", change.id())
                .param("mergedAt", Timestamp.from(mergedAt))
                .param("at", Timestamp.from(change.at()))
                .param(
                        "ids",
                        Stream.generate(Ids::next)
                                .limit(TASKS_MOST)
                                .map(UUID::toString)
                                .toArray(String[]::new))
                .update();
        Optional<Instant> nextDue = clocks.move(
                change.id(),
                new DeadlineClocks.Because("RESUMED", change.actor(), change.text("reason")),
                (deadline, scale) -> deadline.standing() ? deadline.goOn(mergedAt, scale) : null);
        events.publishEvent(new AssignmentMoved(change.id(), nextDue));
    }

    /** The case that stood for both gets the clock back that it had before. */
    private void giveBack(IncidentChanged change, UUID from) {
        tell(
                from,
                "MERGED_OUT",
                change,
                change.text("reason"),
                nextDue("dispatch/part_deadlines", change, change.id(), from));
    }

    private Optional<Instant> nextDue(String sql, IncidentChanged change, UUID from, UUID into) {
        return Optional.ofNullable(jdbc.sql(Sql.of(sql))
                        .param("from", from)
                        .param("into", into)
                        .param("at", Timestamp.from(change.at()))
                        .param("actor", change.actor())
                        .param("reason", change.number())
                        .query((row, n) -> row.getObject("next_due", OffsetDateTime.class))
                        .single())
                .map(OffsetDateTime::toInstant);
    }

    private void tell(UUID id, String word, IncidentChanged change, String note, Optional<Instant> nextDue) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", change.id());
        detail.put("number", change.number());
        detail.put("reportedAt", change.reportedAt());
        incidents.happened(new Happening(id, word, change.actor(), note, detail, Map.of(), nextDue));
    }
}
