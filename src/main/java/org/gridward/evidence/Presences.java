package org.gridward.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Role;
import org.gridward.access.UserUnits;
import org.gridward.incident.Action;
import org.gridward.incident.IncidentChanged;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.TrackRecorded;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.Units;
import org.gridward.platform.Ids;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who claims to have been where, in the transaction of the action, and judges it soon after by the unit's own
 * track; again whenever fixes near its time come in later.
 */
@Component
public class Presences {

    private static final Logger log = LoggerFactory.getLogger(Presences.class);
    private static final int TOGETHER = 100;
    private static final int FIXES_MOST = 10_000;

    private record Waiting(UUID id, String action, String unit, Instant claimedAt, PresenceRule.Claim claim) {}

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final TransactionTemplate transaction;
    private final UserUnits userUnits;
    private final Units units;
    private final TrackLog tracks;
    private final JsonMapper json;

    Presences(
            JdbcClient jdbc,
            WriteBatch batch,
            TransactionTemplate transaction,
            UserUnits userUnits,
            Units units,
            TrackLog tracks,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
        this.userUnits = userUnits;
        this.units = units;
        this.tracks = tracks;
        this.json = json;
    }

    /** A patrol that arrives or finishes claims to be there; a dispatcher who writes it down for somebody claims nothing. */
    @EventListener
    void on(IncidentChanged change) {
        boolean claims = change.action() == Action.ARRIVE || change.action() == Action.FINISH;
        if (!claims || !change.roles().contains(Role.PATROL)) {
            return;
        }
        Map<String, Object> said = change.detail();
        Map<?, ?> place = said.get("place") instanceof Map<?, ?> own ? own : Map.of();
        Instant at = said.get("at") instanceof Instant own ? own.truncatedTo(ChronoUnit.MICROS) : change.at();
        Object accuracy = place.get("accuracyMeters");
        batch.add(
                Sql.of("evidence/insert_claim"),
                Ids.next(),
                change.action().name(),
                change.actor(),
                userUnits.find(change.actor()).orElse(null),
                change.at(),
                at,
                place.get("lon"),
                place.get("lat"),
                accuracy == null ? 0.0 : accuracy,
                change.id());
    }

    @EventListener
    void on(TrackRecorded track) {
        jdbc.sql(Sql.of("evidence/mark_claims"))
                .param("unit", track.unit())
                .param("from", track.from().toString())
                .param("to", track.to().toString())
                .param("window", PresenceParameters.WINDOW_SECONDS)
                .update();
    }

    /** The claims of an incident, all of them judged by what is known now. */
    public List<Presence> list(UUID incident) {
        judge(incident);
        return jdbc.sql(Sql.of("evidence/list_claims"))
                .param("incident", incident)
                .query(this::presence)
                .list();
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        try {
            while (judge(null) == TOGETHER) {
                log.debug("More than {} claims wait; going on", TOGETHER);
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("Claims not judged: {}", away.toString());
        }
    }

    /** Judges claims that wait, of one incident or (null) of any; returns how many. */
    int judge(UUID incident) {
        Integer judged = transaction.execute(status -> {
            List<Waiting> waiting = jdbc.sql(Sql.of("evidence/lock_stale_claims"))
                    .param("incident", incident == null ? null : incident.toString())
                    .param("most", TOGETHER)
                    .query(Presences::waiting)
                    .list();
            waiting.forEach(this::judgeOne);
            return waiting.size();
        });
        return judged == null ? 0 : judged;
    }

    private void judgeOne(Waiting waiting) {
        PresenceParameters parameters = PresenceParameters.of(waiting.action(), speed(waiting.unit()));
        PresenceRule.Judgement judgement = waiting.unit() == null
                ? new PresenceRule.Judgement(
                        Verdict.NO_TRACK, PresenceReason.NO_UNIT, new PresenceFigures(null, null, 0, 0, null, 0))
                : new PresenceRule(parameters).judge(waiting.claim(), fixes(waiting));
        jdbc.sql(Sql.of("evidence/store_judgement"))
                .param("id", waiting.id())
                .param("verdict", judgement.verdict().name())
                .param("reason", judgement.reason().name())
                .param("figures", json.writeValueAsString(judgement.figures()))
                .param("parameters", json.writeValueAsString(parameters))
                .update();
    }

    /** Faster than such a unit goes when it hurries. */
    private double speed(String unit) {
        UnitKind kind = unit == null
                ? UnitKind.FOOT
                : units.find(unit).map(status -> status.unit().kind()).orElse(UnitKind.FOOT);
        return switch (kind) {
            case FOOT -> 3;
            case BICYCLE -> 7;
            case VESSEL -> 12;
            default -> 20;
        };
    }

    private List<PresenceRule.Fix> fixes(Waiting waiting) {
        if (units.find(waiting.unit()).isEmpty()) {
            return List.of();
        }
        return tracks
                .read(
                        waiting.unit(),
                        waiting.claimedAt().minusSeconds(PresenceParameters.WINDOW_SECONDS),
                        waiting.claimedAt().plusSeconds(PresenceParameters.WINDOW_SECONDS + 1L),
                        FIXES_MOST)
                .stream()
                .map(point -> new PresenceRule.Fix(
                        point.fix().t(),
                        point.fix().lon(),
                        point.fix().lat(),
                        point.fix().accuracyMeters()))
                .toList();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        Instant at = Photos.instant(row, "claimed_at");
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("action"),
                row.getString("unit"),
                at,
                new PresenceRule.Claim(
                        at,
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getDouble("accuracy_m"),
                        row.getString("action").equals("FINISH")));
    }

    private Presence presence(ResultSet row, int number) throws SQLException {
        Optional<String> verdict = Optional.ofNullable(row.getString("verdict"));
        return new Presence(
                row.getObject("id", UUID.class),
                row.getString("action"),
                row.getString("actor"),
                row.getString("unit"),
                Photos.instant(row, "acted_at"),
                Photos.instant(row, "claimed_at"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("accuracy_m"),
                row.getString("place_of"),
                verdict.map(Verdict::valueOf).orElse(null),
                verdict.isPresent() ? PresenceReason.valueOf(row.getString("reason")) : null,
                verdict.isPresent() ? json.readValue(row.getString("figures"), PresenceFigures.class) : null,
                verdict.isPresent() ? json.readValue(row.getString("parameters"), PresenceParameters.class) : null,
                Photos.instant(row, "judged_at"),
                row.getInt("judgements"));
    }
}
