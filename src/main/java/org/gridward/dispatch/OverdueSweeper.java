package org.gridward.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every second for deadlines that passed unmet and tells each once: the mark and the news share a transaction, rows
 * that another server holds are left to it, and only the clock of the database counts.
 */
@Component
class OverdueSweeper {

    private static final Logger log = LoggerFactory.getLogger(OverdueSweeper.class);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    OverdueSweeper(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.events = events;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            while (sweep() == MOST) {
                log.debug("More than {} deadlines passed at once; going on", MOST);
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("Deadlines not looked at: {}", away.toString());
        }
    }

    /** Fires what is overdue now, at most a batch; returns how many. */
    int sweep() {
        List<AssignmentOverdue> fired = transaction.execute(status -> {
            List<AssignmentOverdue> late = jdbc.sql(Sql.of("dispatch/fire_overdue"))
                    .param("most", MOST)
                    .query((row, n) -> new AssignmentOverdue(
                            row.getObject("incident_id", UUID.class),
                            row.getString("number"),
                            row.getString("kind"),
                            ResponseWriter.instant(row, "due"),
                            ResponseWriter.instant(row, "fired_at")))
                    .list();
            late.forEach(this::tell);
            return late;
        });
        return fired == null ? 0 : fired.size();
    }

    private void tell(AssignmentOverdue overdue) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", overdue.incidentId());
        payload.put("number", overdue.number());
        payload.put("kind", overdue.kind());
        payload.put("due", overdue.due());
        payload.put("firedAt", overdue.firedAt());
        outbox.append("AssignmentOverdue", overdue.incidentId().toString(), payload);
        events.publishEvent(overdue);
    }
}
