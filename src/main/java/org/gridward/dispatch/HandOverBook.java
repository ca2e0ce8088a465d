package org.gridward.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Instants;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who led a case and who leads it now, and tells both sides. */
@Component
public class HandOverBook {

    /** One change of who leads; the side it came from is null where nobody led. */
    public record HandOver(
            Instant at,
            String because,
            String reason,
            String actor,
            String fromGrid,
            String fromPerson,
            String toGrid,
            String toPerson,
            boolean bounce) {}

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    HandOverBook(JdbcClient jdbc, WriteBatch batch, Outbox outbox, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.outbox = outbox;
        this.events = events;
    }

    /** Every hand-over of an incident in order. */
    public List<HandOver> of(UUID incident) {
        return jdbc.sql(Sql.of("dispatch/list_hand_overs"))
                .param("incident", incident)
                .query((row, n) -> new HandOver(
                        Instants.of(row, "at"),
                        row.getString("because"),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getString("from_grid"),
                        row.getString("from_person"),
                        row.getString("to_grid"),
                        row.getString("to_person"),
                        row.getBoolean("bounce")))
                .list();
    }

    /** Records it and tells it, in the transaction that does it. */
    void record(
            UUID incident,
            String number,
            Instant at,
            String because,
            String reason,
            String actor,
            Optional<TaskGiven> before,
            TaskGiven after,
            boolean bounce) {
        CaseHandedOver told = new CaseHandedOver(
                incident,
                number,
                at,
                because,
                reason,
                actor,
                before.map(HandOverBook::side).orElse(null),
                side(after),
                bounce);
        batch.add(
                Sql.of("dispatch/insert_hand_over"),
                incident,
                number,
                at,
                because,
                reason,
                actor,
                before.map(TaskGiven::gridCode).orElse(null),
                before.map(TaskGiven::person).orElse(null),
                after.gridCode(),
                after.person(),
                bounce);
        outbox.append("CaseHandedOver", incident.toString(), told);
        events.publishEvent(told);
    }

    private static CaseHandedOver.Side side(TaskGiven task) {
        return new CaseHandedOver.Side(task.gridCode(), task.team(), task.person(), task.unit());
    }
}
