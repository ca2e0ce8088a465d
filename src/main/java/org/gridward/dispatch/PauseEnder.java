package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Condition;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets clocks go on whose pause is over, once, by the clock of the database; each incident in a transaction of its own. */
@Component
class PauseEnder {

    static final Actor CLOCK = new Actor("clock", Set.of(Role.ADMIN), Actor.WHOLE_CITY, Optional.empty());

    private static final Logger log = LoggerFactory.getLogger(PauseEnder.class);
    private static final int MOST = 200;

    private record Ended(UUID incident, String cause) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Pauses pauses;
    private final CaseFile cases;
    private final IncidentDesk desk;

    PauseEnder(JdbcClient jdbc, TransactionTemplate transaction, Pauses pauses, CaseFile cases, IncidentDesk desk) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.pauses = pauses;
        this.cases = cases;
        this.desk = desk;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            List<Ended> ended = jdbc.sql(Sql.of("dispatch/list_ended_pauses"))
                    .param("most", MOST)
                    .query((row, n) -> new Ended(row.getObject("incident_id", UUID.class), row.getString("cause")))
                    .list();
            ended.forEach(this::end);
        } catch (DataAccessException | TransactionException away) {
            log.debug("Ended pauses not looked at: {}", away.toString());
        }
    }

    private void end(Ended ended) {
        try {
            transaction.executeWithoutResult(status -> goOn(ended));
        } catch (Problem refused) {
            log.warn("The clocks of incident {} do not go on: {}", ended.incident(), refused.detail());
        }
    }

    private void goOn(Ended ended) {
        holdAnyway(ended.incident());
        if (pauses.isOver(ended.incident())) {
            desk.happened(new Happening(
                    ended.incident(),
                    ended.cause().equals("PARK") ? "PARK_ENDED" : "CLOCK_WENT_ON",
                    CLOCK.name(),
                    null,
                    Map.of(),
                    ended.cause().equals("PARK") ? unparked() : Map.of(),
                    pauses.goOn(ended.incident(), CLOCK.name(), null)));
        }
    }

    /** Holds the row of the incident, closed or not. */
    private void holdAnyway(UUID incident) {
        try {
            cases.hold(incident, CLOCK);
        } catch (Problem over) {
            log.debug("{} is over", incident);
        }
    }

    private static Map<Condition, Object> unparked() {
        Map<Condition, Object> none = new java.util.EnumMap<>(Condition.class);
        none.put(Condition.PARKED_UNTIL, null);
        return none;
    }
}
