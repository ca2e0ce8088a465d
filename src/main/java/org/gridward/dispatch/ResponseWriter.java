package org.gridward.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridward.deadline.Due;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Ids;
import org.gridward.platform.Instants;
import org.gridward.platform.RowStatement;
import org.gridward.platform.RowStatement.Rank;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes tasks and deadlines: new ones with the other writes of the transaction, changes at once. */
@Component
class ResponseWriter {

    private static final RowStatement TASK = RowStatement.of("dispatch/insert_tasks", Rank.DETAIL);
    private static final RowStatement DEADLINE = RowStatement.of("dispatch/insert_deadlines", Rank.DETAIL);

    private static final int TASKS_MOST = 100;

    private final WriteBatch batch;
    private final JdbcClient jdbc;

    ResponseWriter(WriteBatch batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    void insert(UUID incident, String number, String category, List<TaskGiven> tasks, List<Due> dues, long revision) {
        for (TaskGiven task : tasks) {
            batch.addRow(
                    TASK,
                    task.id(),
                    incident,
                    number,
                    category,
                    task.gridCode(),
                    task.team(),
                    task.part(),
                    task.role(),
                    task.person(),
                    task.personEn(),
                    task.unit(),
                    task.startedAt());
        }
        for (Due due : dues) {
            batch.addRow(
                    DEADLINE,
                    incident,
                    number,
                    revision,
                    due.kind(),
                    due.due(),
                    due.warnAt(),
                    due.startedAt(),
                    due.profileVersion(),
                    due.provisional(),
                    due.unit(),
                    micros(due.length()));
        }
    }

    /**
     * Takes the open tasks to a state and marks deadlines met; returns the earliest deadline that is left.
     *
     * @param metAt the same instant as {@code at} by the database's clock
     */
    Optional<Instant> move(UUID incident, ActionEffects effects, Instant at, Instant metAt) {
        batch.sendNow();
        return jdbc.sql(Sql.of("dispatch/move_response"))
                .param("incident", incident)
                .param("state", effects.taskState())
                .param("met", effects.met().toArray(String[]::new))
                .param("takenBack", effects.takenBack().toArray(String[]::new))
                .param("over", effects.over())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("metAt", metAt.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Optional.ofNullable(Instants.of(row, "next_due")))
                .single();
    }

    /** Gives the tasks that ended with the incident to the same people again. */
    void giveAgain(UUID incident, Instant at) {
        String[] ids =
                Stream.generate(Ids::next).limit(TASKS_MOST).map(UUID::toString).toArray(String[]::new);
        batch.add(Sql.of("dispatch/give_again"), incident, at, ids);
        batch.sendNow();
    }

    /** Releases every helper who is not done. */
    void releaseAll(UUID incident, String reason, Instant at) {
        batch.add(Sql.of("dispatch/release_all"), incident, reason, at);
        batch.sendNow();
    }

    /** Ends the open tasks of helpers who are not among those given. */
    void releaseHelpers(UUID incident, List<TaskGiven> staying, Instant at) {
        batch.add(
                Sql.of("dispatch/release_helpers"),
                incident,
                at,
                texts(staying, TaskGiven::gridCode),
                texts(staying, TaskGiven::person));
    }

    /** Ends the open tasks of an incident as replaced. */
    void endReplaced(UUID incident, Instant at) {
        batch.add(Sql.of("dispatch/end_replaced"), incident, at);
    }

    static long micros(Duration length) {
        return length.toNanos() / 1_000;
    }

    private static <T> String[] texts(List<T> of, Function<T, String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }
}
