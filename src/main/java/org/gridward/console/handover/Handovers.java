package org.gridward.console.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Counts a shift, keeps what was counted when it is handed over, and lets the next one sign. */
@Component
public class Handovers {

    private static final Duration SHIFT = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofHours(2);
    private static final int LONGEST_NOTE = 4_000;
    private static final int MOST_VOIDS = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Handovers(JdbcClient jdbc, JsonMapper json, Outbox outbox, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the shift that runs now would hand over, not kept. Without an instant: since the last handover, or eight hours. */
    public Handover present(Instant since, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant began = since == null ? lastTaken(now) : since;
        if (!began.isBefore(now) || began.plus(LONGEST).isBefore(now)) {
            throw Problem.unprocessable(
                            "shift-began",
                            "A shift began before now (" + now + "), at most " + LONGEST.toDays() + " days ago; '"
                                    + began + "' is not that.")
                    .with("/since", Fault.daysMost(LONGEST.toDays()), "within " + LONGEST.toDays() + " days");
        }
        return new Handover(null, began, now, actor.name(), "", count(began, now), null, null, 0);
    }

    /** Hands the shift over; in the caller's transaction. */
    public Handover write(Handover.New asked, Actor actor) {
        String note = Objects.toString(asked.note(), "").strip();
        if (note.length() > LONGEST_NOTE) {
            throw Problem.unprocessable(
                            "handover-note", "The note has " + note.length() + " characters; " + LONGEST_NOTE + " fit.")
                    .saying("most", LONGEST_NOTE)
                    .with("/note", Fault.atMost(LONGEST_NOTE), "at most " + LONGEST_NOTE + " characters");
        }
        Handover counted = present(asked.since(), actor);
        List<Map<String, Object>> ahead = asked.voidsAhead() == null ? List.of() : asked.voidsAhead();
        if (ahead.size() > MOST_VOIDS) {
            throw Problem.unprocessable("handover-voids", ahead.size() + " voids ahead; send the first " + MOST_VOIDS)
                    .with("/voidsAhead", Fault.range(0, MOST_VOIDS), "at most " + MOST_VOIDS);
        }
        counted.figures().put("voidsAhead", ahead);
        UUID id = Ids.next();
        jdbc.sql(Sql.of("console/insert_handover"))
                .param("id", id)
                .param("began", counted.began().atOffset(ZoneOffset.UTC))
                .param("taken", counted.taken().atOffset(ZoneOffset.UTC))
                .param("going", actor.name())
                .param("note", note)
                .param("figures", json.writeValueAsString(counted.figures()))
                .update();
        tell("HANDOVER_WRITTEN", "HandoverWritten", id, actor);
        return get(id);
    }

    /** @throws Problem 404, 409 when it is signed or would be signed by who wrote it, 412 for another version */
    @Transactional
    public Handover sign(UUID id, int version, Actor actor) {
        Handover before = get(id);
        if (before.coming() != null) {
            throw Problem.conflict("handover-signed", "Signed already by " + before.coming() + ".")
                    .saying("by", before.coming());
        }
        if (before.going().equals(actor.name())) {
            throw Problem.conflict(
                    "handover-same-person", actor.name() + " wrote this handover; who comes signs it, another user.");
        }
        int changed = jdbc.sql(Sql.of("console/sign_handover"))
                .param("id", id)
                .param("version", version)
                .param("coming", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            throw Problem.stale(
                    "stale",
                    "The handover is at version " + before.version() + ", not " + version + "; read it again.");
        }
        tell("HANDOVER_SIGNED", "HandoverSigned", id, actor);
        return get(id);
    }

    public List<Handover> list() {
        return find(null);
    }

    public Handover get(UUID id) {
        return find(id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-handover", "There is no handover " + id + "."));
    }

    private void tell(String action, String event, UUID id, Actor actor) {
        audit.append(actor, action, id.toString(), Map.of());
        outbox.append(event, id.toString(), Map.of("handoverId", id, "by", actor.name()));
    }

    private Instant lastTaken(Instant now) {
        return find(null).stream()
                .map(Handover::taken)
                .findFirst()
                .filter(taken -> taken.isAfter(now.minus(LONGEST)) && taken.isBefore(now))
                .orElse(now.minus(SHIFT));
    }

    private Map<String, Object> count(Instant since, Instant until) {
        return read(jdbc.sql(Sql.of("console/count_shift"))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("soon", until.plus(SOON).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single());
    }

    private List<Handover> find(UUID id) {
        return jdbc.sql(Sql.of("console/list_handovers"))
                .param("id", id, Types.OTHER)
                .query((row, n) -> handover(row))
                .list();
    }

    private Handover handover(ResultSet row) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new Handover(
                row.getObject("id", UUID.class),
                row.getTimestamp("began").toInstant(),
                row.getTimestamp("taken").toInstant(),
                row.getString("going"),
                row.getString("note"),
                read(row.getString("figures")),
                row.getString("coming"),
                signed == null ? null : signed.toInstant(),
                row.getInt("version"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String figures) {
        return json.readValue(figures, Map.class);
    }
}
