package org.gridward.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentUndone;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps tasks and deadlines as they are before a closing or a transfer, ahead of all who change them, and puts them back when
 * it is taken back: the new people's tasks end as if they had not been given, the old ones go on where they were.
 */
@Component
class UndoResponse {

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Tasks tasks;
    private final HandOverBook book;
    private final ApplicationEventPublisher events;

    UndoResponse(JdbcClient jdbc, WriteBatch batch, Tasks tasks, HandOverBook book, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.tasks = tasks;
        this.book = book;
        this.events = events;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(IncidentChanged change) {
        if (change.action() == Action.CLOSE || change.action() == Action.TRANSFER) {
            batch.add(Sql.of("dispatch/keep_undo_image"), change.id(), change.at());
        }
    }

    @EventListener
    void on(IncidentUndone undone) {
        Optional<TaskGiven> before = lead(undone);
        if (undone.action() == Action.TRANSFER) {
            requireUntouched(undone);
        }
        batch.add(Sql.of("dispatch/undo_given"), undone.id(), undone.done(), undone.at());
        batch.add(Sql.of("dispatch/restore_response"), undone.id());
        batch.sendNow();
        if (undone.action() == Action.TRANSFER) {
            lead(undone)
                    .ifPresent(again -> book.record(
                            undone.id(),
                            undone.number(),
                            undone.at(),
                            "UNDO",
                            null,
                            undone.actor(),
                            before,
                            again,
                            false));
        }
        events.publishEvent(new AssignmentMoved(undone.id(), nextDue(undone)));
    }

    private void requireUntouched(IncidentUndone undone) {
        List<String> taken = jdbc.sql(Sql.of("dispatch/list_undo_hindrances"))
                .param("incident", undone.id())
                .param("at", undone.done().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        if (!taken.isEmpty()) {
            throw Problem.conflict(
                    "undo-not-possible",
                    "The transfer of incident " + undone.number() + " was taken up by " + String.join(", ", taken)
                            + " already; TRANSFER hands it to somebody else, with a reason.");
        }
    }

    private Optional<TaskGiven> lead(IncidentUndone undone) {
        return tasks.openOf(undone.id()).stream()
                .filter(task -> task.part().equals("LEAD"))
                .findFirst();
    }

    private Optional<Instant> nextDue(IncidentUndone undone) {
        return jdbc.sql("SELECT min(due) AS next_due FROM dispatch.deadlines"
                        + " WHERE incident_id = :incident AND met_at IS NULL AND dropped_at IS NULL")
                .param("incident", undone.id())
                .query((row, n) -> Optional.ofNullable(Instants.of(row, "next_due")))
                .single();
    }
}
