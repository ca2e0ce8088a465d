package org.gridward.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Role;
import org.gridward.access.UserUnits;
import org.gridward.incident.IncidentChanged;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.Units;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A patrol that holds a danger stays until another person confirms that it is over: it takes no other case meanwhile, and
 * its track shows the stay.
 */
@Component
public class Holds {

    private static final int FIXES_MOST = 20_000;
    private static final String OPEN_OF = """
            SELECT i.number FROM evidence.holds h JOIN published.incident_points i ON i.id = h.incident_id
            WHERE h.actor = :actor AND h.until IS NULL AND h.incident_id <> :incident LIMIT 1""";
    private static final String HOLDER =
            "SELECT actor FROM evidence.holds WHERE incident_id = :incident AND until IS NULL";
    private static final String BEGIN = """
            INSERT INTO evidence.holds (id, incident_id, actor, unit, since)
            VALUES (?::uuid, ?::uuid, ?::text, ?::text, ?::timestamptz)""";
    private static final String END = """
            UPDATE evidence.holds SET until = ?::timestamptz, ended_by = ?::text, note = ?::text
            WHERE incident_id = ?::uuid AND until IS NULL""";
    private static final String LIST = "SELECT * FROM evidence.holds WHERE incident_id = :incident ORDER BY since, id";

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final UserUnits userUnits;
    private final Units units;
    private final TrackLog tracks;
    private final Clock clock;

    Holds(JdbcClient jdbc, WriteBatch batch, UserUnits userUnits, Units units, TrackLog tracks, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.userUnits = userUnits;
        this.units = units;
        this.tracks = tracks;
        this.clock = clock;
    }

    @EventListener
    void on(IncidentChanged change) {
        switch (change.action()) {
            case ACCEPT -> requireFree(change);
            case FINISH -> requireConfirmed(change);
            case HOLD ->
                batch.add(
                        BEGIN,
                        Ids.next(),
                        change.id(),
                        change.actor(),
                        userUnits.find(change.actor()).orElse(null),
                        change.at());
            case RELIEVE -> {
                requireOther(change);
                end(change);
            }
            case RETURN, TRANSFER, VOID, MERGE -> end(change);
            default -> {}
        }
    }

    /** The holds of an incident in the order they began, each with what the track says of it until now. */
    public List<Hold> list(UUID incident) {
        Optional<Nearness.Place> place = jdbc.sql(Sql.of("evidence/find_place"))
                .param("id", incident)
                .query(Nearness.Place.class)
                .optional();
        return jdbc.sql(LIST)
                .param("incident", incident)
                .query((row, n) -> hold(row, place.orElseThrow()))
                .list();
    }

    private void requireFree(IncidentChanged change) {
        if (!change.roles().contains(Role.PATROL)) {
            return;
        }
        jdbc.sql(OPEN_OF)
                .param("actor", change.actor())
                .param("incident", change.id())
                .query(String.class)
                .optional()
                .ifPresent(number -> {
                    throw Problem.conflict(
                            "holding-elsewhere",
                            "'" + change.actor() + "' holds incident " + number
                                    + " and stays there until it is confirmed safe; a dispatcher can confirm it, or send"
                                    + " another.");
                });
    }

    /** What is held is not finished before it is safe. */
    private void requireConfirmed(IncidentChanged change) {
        holder(change).ifPresent(holder -> {
            throw Problem.conflict(
                    "held",
                    "'" + holder + "' holds incident " + change.number()
                            + " until it is confirmed safe; take RELIEVE first.");
        });
    }

    private Optional<String> holder(IncidentChanged change) {
        return jdbc.sql(HOLDER)
                .param("incident", change.id())
                .query(String.class)
                .optional();
    }

    /** Nobody confirms for himself that he may leave, unless he is a dispatcher too. */
    private void requireOther(IncidentChanged change) {
        boolean desk =
                change.roles().contains(Role.DISPATCHER) || change.roles().contains(Role.ADMIN);
        String holder = holder(change).orElse(null);
        if (!desk && change.actor().equals(holder)) {
            throw Problem.conflict(
                    "confirmed-by-another",
                    "'" + holder + "' holds incident " + change.number()
                            + "; that it is safe is confirmed by another person, such as a dispatcher.");
        }
    }

    private void end(IncidentChanged change) {
        batch.add(END, change.at(), change.actor(), change.note(), change.id());
    }

    private Hold hold(ResultSet row, Nearness.Place place) throws SQLException {
        Instant since = Photos.instant(row, "since");
        Instant until = Photos.instant(row, "until");
        String unit = row.getString("unit");
        Hold.Stay stay = unit == null || units.find(unit).isEmpty()
                ? null
                : stay(place, unit, since, until == null ? clock.instant() : until);
        return new Hold(
                row.getString("actor"), unit, since, until, row.getString("ended_by"), row.getString("note"), stay);
    }

    private Hold.Stay stay(Nearness.Place place, String unit, Instant since, Instant until) {
        List<PresenceRule.Fix> fixes = tracks.read(unit, since, until.plusMillis(1), FIXES_MOST).stream()
                .map(point -> new PresenceRule.Fix(
                        point.fix().t(),
                        point.fix().lon(),
                        point.fix().lat(),
                        point.fix().accuracyMeters()))
                .toList();
        return StayRule.judge(place.lon(), place.lat(), since, until, fixes);
    }
}
