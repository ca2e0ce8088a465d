package org.gridward.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops the clocks of an incident and lets them go on; every pause keeps its written explanation. */
@Component
public class Pauses {

    /** A time in which the clocks stood still; cause is PARK or EXTERNAL; until, endedAt and endedBy may be null. */
    public record Pause(
            String cause,
            String reason,
            String actor,
            Instant startedAt,
            Instant until,
            Instant endedAt,
            String endedBy) {}

    /** One line of the parked list. */
    public record Parked(
            UUID incidentId,
            String number,
            String category,
            String gridCode,
            String cause,
            String reason,
            String actor,
            Instant since,
            Instant until) {}

    private final JdbcClient jdbc;
    private final DeadlineClocks clocks;

    Pauses(JdbcClient jdbc, DeadlineClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** @throws Problem 409 {@code clock-stands} when they stand already */
    Optional<Instant> stop(UUID incident, String cause, String reason, Instant until, String actor) {
        Instant now = clocks.now();
        try {
            jdbc.sql(Sql.of("dispatch/insert_pause"))
                    .param("incident", incident)
                    .param("cause", cause)
                    .param("reason", reason)
                    .param("actor", actor)
                    .param("at", time(now))
                    .param("until", time(until))
                    .update();
        } catch (DuplicateKeyException standing) {
            throw Problem.conflict(
                    "clock-stands", "The clocks of this incident stand already; RESUME it first, then stop them anew.");
        }
        return clocks.move(
                incident,
                new DeadlineClocks.Because("PARKED", actor, reason),
                (deadline, scale) -> deadline.due().isAfter(now) ? deadline.stop(now, until, scale) : null);
    }

    /** Lets them go on; nothing where they do already. */
    Optional<Instant> goOn(UUID incident, String actor, String reason) {
        Instant now = end(incident, actor);
        return clocks.move(
                incident,
                new DeadlineClocks.Because("RESUMED", actor, reason),
                (deadline, scale) -> deadline.standing() ? deadline.goOn(now, scale) : null);
    }

    /** Ends the open pause and leaves the deadlines as they are; answers when. */
    Instant end(UUID incident, String actor) {
        Instant now = clocks.now();
        jdbc.sql(Sql.of("dispatch/end_pause"))
                .param("incident", incident)
                .param("actor", actor)
                .param("at", time(now))
                .update();
        return now;
    }

    /** Whether there is an open pause and its end has come. */
    boolean isOver(UUID incident) {
        Instant now = clocks.now();
        return of(incident).stream()
                .anyMatch(pause -> pause.endedAt() == null
                        && pause.until() != null
                        && !pause.until().isAfter(now));
    }

    /** Whether the clocks stand still. */
    boolean isOpen(UUID incident) {
        return of(incident).stream().anyMatch(pause -> pause.endedAt() == null);
    }

    /** The database's time. */
    Instant now() {
        return clocks.now();
    }

    /** When the clocks of an incident stood still, in order. */
    public List<Pause> of(UUID incident) {
        return jdbc.sql(Sql.of("dispatch/list_pauses"))
                .param("incident", incident)
                .query((row, n) -> new Pause(
                        row.getString("cause"),
                        row.getString("reason"),
                        row.getString("actor"),
                        Instants.of(row, "started_at"),
                        Instants.of(row, "until"),
                        Instants.of(row, "ended_at"),
                        row.getString("ended_by")))
                .list();
    }

    /** The incidents whose clocks stand still now, the longest first. */
    public List<Parked> parked() {
        return jdbc.sql(Sql.of("dispatch/list_parked"))
                .query((row, n) -> new Parked(
                        row.getObject("incident_id", UUID.class),
                        row.getString("number"),
                        row.getString("category"),
                        row.getString("grid_code"),
                        row.getString("cause"),
                        row.getString("reason"),
                        row.getString("actor"),
                        Instants.of(row, "started_at"),
                        Instants.of(row, "until")))
                .list();
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
