package org.gridward.cooperation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads mediations. */
@Component
public class MediationBook {

    private final JdbcClient jdbc;

    MediationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mediations about an incident, in the order in which they were opened. */
    public List<Mediation> of(UUID incident) {
        return query(null, incident);
    }

    /** @throws Problem 404 {@code unknown-mediation} */
    public Mediation get(UUID id) {
        return query(id, null).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-mediation", "There is no mediation " + id + "."));
    }

    Mediation lock(UUID id) {
        jdbc.sql("SELECT id FROM cooperation.mediations WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .list();
        return get(id);
    }

    Mediation insert(
            UUID incident, String number, String level, String parties, String mediators, Instant at, String by) {
        UUID id = Ids.next();
        jdbc.sql("""
                        INSERT INTO cooperation.mediations
                            (id, incident_id, number, level, parties, mediators, opened_by, opened_at)
                        VALUES (:id, :incident, :number, :level, :parties::jsonb, :mediators::jsonb, :by, :at)""")
                .param("id", id)
                .param("incident", incident)
                .param("number", number)
                .param("level", level)
                .param("parties", parties)
                .param("mediators", mediators)
                .param("by", by)
                .param("at", time(at))
                .update();
        return get(id);
    }

    Mediation addSession(UUID id, Instant heldAt, int minutesLong, String minutes, String by) {
        jdbc.sql("""
                        INSERT INTO cooperation.mediation_sessions
                            (id, mediation_id, held_at, minutes_long, minutes, recorded_by)
                        VALUES (:id, :of, :at, :long, :minutes, :by)""")
                .param("id", Ids.next())
                .param("of", id)
                .param("at", time(heldAt))
                .param("long", minutesLong)
                .param("minutes", minutes)
                .param("by", by)
                .update();
        jdbc.sql("UPDATE cooperation.mediations SET version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
        return get(id);
    }

    Mediation end(UUID id, String outcome, String agreement, Instant at, Instant revisitDue) {
        jdbc.sql("""
                        UPDATE cooperation.mediations
                        SET outcome = :outcome, agreement = :agreement, ended_at = :at,
                            revisit_due = :revisit::timestamptz, version = version + 1
                        WHERE id = :id""")
                .param("outcome", outcome)
                .param("agreement", agreement)
                .param("at", time(at))
                .param("revisit", time(revisitDue))
                .param("id", id)
                .update();
        return get(id);
    }

    private List<Mediation> query(UUID id, UUID incident) {
        return jdbc.sql(Sql.of("cooperation/list_mediations"))
                .param("id", id)
                .param("incident", incident)
                .query(Mediation.class)
                .list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
