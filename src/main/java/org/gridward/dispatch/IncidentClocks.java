package org.gridward.dispatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of one incident, for other rooms: in the caller's transaction, told in timeline, stream and audit trail, a new
 * version of the incident each. Not for listeners of an action, which is being told already.
 */
@Component
public class IncidentClocks {

    private final JdbcClient jdbc;
    private final DeadlineClocks clocks;
    private final Pauses pauses;
    private final IncidentDesk desk;

    IncidentClocks(JdbcClient jdbc, DeadlineClocks clocks, Pauses pauses, IncidentDesk desk) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.pauses = pauses;
        this.desk = desk;
    }

    /** The deadline of a kind is met, such as PLAN by a plan; nothing where it is met already or there is none. */
    @Transactional
    public void met(UUID incident, String kind, Instant at, String actor) {
        int met = jdbc.sql(Sql.of("dispatch/meet_deadline"))
                .param("incident", incident)
                .param("kind", kind)
                .param("at", Pauses.time(at))
                .update();
        if (met > 0) {
            tell(incident, "DEADLINE_MET", actor, null, Map.of("kind", kind), clocks.nextDue(incident));
        }
    }

    /**
     * Stops the clocks: what is left of every deadline stays.
     *
     * @param until when they go on by themselves; null: when {@link #resume} says so
     * @throws Problem 409 {@code clock-stands} when they stand already
     */
    @Transactional
    public void pause(UUID incident, String reason, Instant until, String actor) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (until != null) {
            detail.put("until", until);
        }
        tell(incident, "CLOCK_STOPPED", actor, reason, detail, pauses.stop(incident, "EXTERNAL", reason, until, actor));
    }

    /** Lets the clocks go on. */
    @Transactional
    public void resume(UUID incident, String actor) {
        tell(incident, "CLOCK_WENT_ON", actor, null, Map.of(), pauses.goOn(incident, actor, null));
    }

    private void tell(
            UUID incident,
            String word,
            String actor,
            String note,
            Map<String, Object> detail,
            Optional<Instant> nextDue) {
        desk.happened(new Happening(incident, word, actor, note, detail, Map.of(), nextDue));
    }
}
