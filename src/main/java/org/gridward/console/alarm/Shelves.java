package org.gridward.console.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Alarms put aside with a reason and an end, the same for all seats; each ends by itself, once, and is told. */
@Component
public class Shelves {

    private static final Logger log = LoggerFactory.getLogger(Shelves.class);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Shelves(JdbcClient jdbc, Outbox outbox, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts an alarm aside; in the caller's transaction. */
    public Shelf add(Shelf.New asked, Actor actor) {
        Instant now = clock.instant();
        Shelf shelf = checked(asked, actor, now);
        jdbc.sql(Sql.of("console/insert_shelf"))
                .param("id", shelf.id())
                .param("kind", shelf.kind())
                .param("gridCode", shelf.gridCode())
                .param("member", shelf.member())
                .param("reason", shelf.reason())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .param("until", shelf.until().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(actor, "ALARM_SHELVED", shelf.id().toString(), scope(shelf));
        outbox.append("AlarmShelved", shelf.id().toString(), shelf);
        return shelf;
    }

    /** @throws Problem 404, 409 when it has ended, 412 when another version is the present one */
    @Transactional
    public Shelf end(UUID id, int version, Actor actor) {
        Shelf before = get(id);
        if (before.endedAt() != null) {
            throw Problem.conflict("shelf-ended", "This shelf has ended at " + before.endedAt() + ".");
        }
        int changed = jdbc.sql(Sql.of("console/end_shelf"))
                .param("id", id)
                .param("version", version)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.name())
                .update();
        if (changed == 0) {
            throw Problem.stale(
                    "stale", "The shelf is at version " + before.version() + ", not " + version + "; read it again.");
        }
        Shelf ended = get(id);
        audit.append(actor, "ALARM_UNSHELVED", id.toString(), scope(ended));
        outbox.append("AlarmUnshelved", id.toString(), ended);
        return ended;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void look() {
        try {
            endDue();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Shelves not looked at: {}", away.toString());
        }
    }

    void endDue() {
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.of("console/end_shelves"))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> shelf(row))
                .list()
                .forEach(ended -> {
                    audit.append("clock", "ALARM_UNSHELVED", ended.id().toString(), scope(ended));
                    outbox.append("AlarmUnshelved", ended.id().toString(), ended);
                }));
    }

    public List<Shelf> list(boolean open) {
        return find(null, open);
    }

    public Shelf get(UUID id) {
        return find(id, false).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-shelf", "There is no shelf " + id + "."));
    }

    private List<Shelf> find(UUID id, boolean open) {
        return jdbc.sql(Sql.of("console/list_shelves"))
                .param("id", id, Types.OTHER)
                .param("open", open)
                .query((row, n) -> shelf(row))
                .list();
    }

    private static Map<String, Object> scope(Shelf shelf) {
        return Map.of(
                "kind", shelf.kind(),
                "gridCode", shelf.gridCode(),
                "member", shelf.member(),
                "until", shelf.until().toString(),
                "reason", shelf.reason());
    }

    private static Shelf shelf(ResultSet row) throws SQLException {
        java.sql.Timestamp ended = row.getTimestamp("ended_at");
        return new Shelf(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("grid_code"),
                row.getString("member"),
                row.getString("reason"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getTimestamp("ends_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getInt("version"));
    }

    private static Shelf checked(Shelf.New asked, Actor actor, Instant now) {
        AlarmKind kind = AlarmKind.of(asked.kind());
        if (kind == AlarmKind.STREAM_DEAD) {
            throw Problem.unprocessable("shelf-kind", "A dead stream cannot be shelved: nothing on the screen is sure.")
                    .with("/kind", Fault.NOT_HERE, "not to be shelved");
        }
        String reason = Objects.toString(asked.reason(), "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.unprocessable(
                            "shelf-reason", "A shelf needs a reason of 1 to " + LONGEST_REASON + " characters.")
                    .with("/reason", Fault.length(1, LONGEST_REASON), "1 to " + LONGEST_REASON + " characters");
        }
        if (asked.until() == null
                || !asked.until().isAfter(now)
                || asked.until().isAfter(now.plus(LONGEST))) {
            throw Problem.unprocessable(
                            "shelf-until",
                            "A shelf ends after now (" + now + ") and within " + LONGEST.toHours() + " hours; '"
                                    + asked.until() + "' does not.")
                    .with("/until", Fault.hoursAhead(LONGEST.toHours()), "within " + LONGEST.toHours() + " hours");
        }
        return new Shelf(
                Ids.next(),
                kind.name(),
                Objects.toString(asked.gridCode(), ""),
                Objects.toString(asked.member(), ""),
                reason,
                now,
                actor.name(),
                asked.until(),
                null,
                null,
                1);
    }
}
