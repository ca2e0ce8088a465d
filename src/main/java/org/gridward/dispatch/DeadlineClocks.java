package org.gridward.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.DueMaker;
import org.gridward.deadline.TimeScale;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the deadlines of an incident, moves them, and keeps what they were. */
@Component
class DeadlineClocks {

    /** Why deadlines are moved: cause is a word of dispatch.deadline_changes. */
    record Because(String cause, String actor, String reason) {}

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final Deadlines deadlines;

    DeadlineClocks(JdbcClient jdbc, WriteBatch batch, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.deadlines = deadlines;
    }

    /** The database's time. */
    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Those neither met nor dropped, held until the transaction ends. */
    List<RunningDeadline> hold(UUID incident) {
        batch.sendNow();
        return jdbc.sql(Sql.of("dispatch/lock_deadlines"))
                .param("incident", incident)
                .query(RunningDeadline::of)
                .list();
    }

    /** Moves each by its own clock; null leaves it. Answers the earliest due that is left. */
    Optional<Instant> move(
            UUID incident, Because because, BiFunction<RunningDeadline, TimeScale, RunningDeadline> how) {
        DueMaker maker = deadlines.maker();
        List<RunningDeadline> moved = hold(incident).stream()
                .map(deadline -> how.apply(deadline, maker.scale(deadline.profileVersion(), deadline.unit())))
                .filter(deadline -> deadline != null)
                .map(deadline ->
                        deadline.provisional(maker.isProvisional(deadline.unit(), deadline.anchor(), deadline.due())))
                .toList();
        write(moved, because, maker.revision());
        return nextDue(incident);
    }

    void write(List<RunningDeadline> moved, Because because, long revision) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql(Sql.of("dispatch/change_deadlines"))
                .param("cause", because.cause())
                .param("actor", because.actor())
                .param("reason", because.reason())
                .param("revision", revision)
                .param("ids", texts(moved, RunningDeadline::id))
                .param("dues", texts(moved, RunningDeadline::due))
                .param("warns", texts(moved, RunningDeadline::warnAt))
                .param("anchors", texts(moved, RunningDeadline::anchor))
                .param("lefts", texts(moved, deadline -> ResponseWriter.micros(deadline.left())))
                .param("lengths", texts(moved, deadline -> ResponseWriter.micros(deadline.length())))
                .param("standings", texts(moved, RunningDeadline::standing))
                .param("provisionals", texts(moved, RunningDeadline::provisional))
                .update();
    }

    Optional<Instant> nextDue(UUID incident) {
        return jdbc.sql(Sql.of("dispatch/find_next_due"))
                .param("incident", incident)
                .query((row, n) -> Optional.ofNullable(Instants.of(row, "next_due")))
                .single();
    }

    static <T> String[] texts(List<T> of, Function<T, Object> field) {
        return of.stream().map(field).map(String::valueOf).toArray(String[]::new);
    }
}
