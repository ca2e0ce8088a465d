package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Instants;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells deadlines that were reached: the mark, what was told, the news and the timeline share a transaction; rows that
 * another server holds are left to it, and only the clock of the database counts.
 */
@Component
class DeadlineBell {

    private static final Logger log = LoggerFactory.getLogger(DeadlineBell.class);
    private static final int LONGEST_ERROR = 500;

    private record Rung(UUID incident, String number, String kind, String level, Instant due, Instant firedAt) {

        static Rung of(ResultSet row, int n) throws SQLException {
            return new Rung(
                    row.getObject("incident_id", UUID.class),
                    row.getString("number"),
                    row.getString("kind"),
                    row.getString("level"),
                    Instants.of(row, "due"),
                    Instants.of(row, "fired_at"));
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    DeadlineBell(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.events = events;
    }

    /** Rings a batch, all or none; returns how many deadlines were told. */
    int ring(int most) {
        return ring(most, null);
    }

    /** Rings one by one; one that fails is set aside: tried again later, and in the end parked. */
    int ringEach(int most) {
        List<Long> waiting = jdbc.sql(Sql.of("dispatch/list_ringing"))
                .param("most", most)
                .query(Long.class)
                .list();
        for (Long deadline : waiting) {
            try {
                ring(1, deadline);
            } catch (RuntimeException failed) {
                if (isAway(failed)) {
                    throw failed;
                }
                setAside(deadline, failed);
            }
        }
        return waiting.size();
    }

    /** Whether the database is away or busy rather than a row unfit. */
    static boolean isAway(RuntimeException failed) {
        return failed instanceof DataAccessResourceFailureException
                || failed instanceof TransientDataAccessException
                || failed instanceof TransactionException;
    }

    /** What went wrong, without the statement that it went wrong in. */
    static String cause(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).toString();
    }

    private int ring(int most, Long only) {
        Integer told = transaction.execute(status -> {
            List<Rung> rung = jdbc.sql(Sql.of("dispatch/ring_deadlines"))
                    .param("most", most)
                    .param("only", only)
                    .query(Rung::of)
                    .list();
            if (!rung.isEmpty()) {
                tell(rung);
                outbox.wakeAfterCommit();
            }
            return rung.size();
        });
        return told == null ? 0 : told;
    }

    private void tell(List<Rung> rung) {
        List<AssignmentWarned> warned = new ArrayList<>();
        List<AssignmentOverdue> overdue = new ArrayList<>();
        for (Rung one : rung) {
            if (one.level().equals("DUE")) {
                overdue.add(new AssignmentOverdue(one.incident(), one.number(), one.kind(), one.due(), one.firedAt()));
            } else {
                warned.add(new AssignmentWarned(one.incident(), one.number(), one.kind(), one.due(), one.firedAt()));
            }
        }
        events.publishEvent(new DeadlinesRung(warned, overdue));
        warned.forEach(events::publishEvent);
        overdue.forEach(events::publishEvent);
    }

    private void setAside(long deadline, RuntimeException failed) {
        String error = cause(failed);
        boolean parked = jdbc.sql(Sql.of("dispatch/set_deadline_aside"))
                .param("id", deadline)
                .param("error", error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .query(Boolean.class)
                .single();
        log.warn("Deadline {} could not be told{}: {}", deadline, parked ? " and is parked" : "", error);
    }
}
