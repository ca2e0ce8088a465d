package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back a closing or a transfer, for {@link #SECONDS}, for whoever did it, as long as nothing
 * else has happened to the incident. It is no reopening: the clocks are as if it had not been done, and nothing counts it.
 */
@Component
class UndoDesk {

    static final int SECONDS = 10;

    private static final Set<Action> UNDOABLE = Set.of(Action.CLOSE, Action.TRANSFER);
    private static final Map<Action, String> OTHERWISE = Map.of(
            Action.CLOSE, "REOPEN opens it again, with a reason",
            Action.TRANSFER, "TRANSFER hands it to somebody else, with a reason");

    /** What the incident was before. */
    private record Image(
            Action action,
            String actor,
            Instant at,
            int version,
            State state,
            boolean held,
            boolean quickFix,
            String closedHow,
            String rootCause,
            long entry) {

        static Image of(ResultSet row, int n) throws SQLException {
            return new Image(
                    Action.valueOf(row.getString("action")),
                    row.getString("actor"),
                    Instants.of(row, "at"),
                    row.getInt("version"),
                    State.valueOf(row.getString("state")),
                    row.getBoolean("held"),
                    row.getBoolean("quick_fix"),
                    row.getString("closed_how"),
                    row.getString("root_cause"),
                    row.getLong("entry"));
        }
    }

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final IncidentWriter writer;
    private final IncidentNews news;
    private final Optional<ResponseBook> book;
    private final Clock clock;

    UndoDesk(
            JdbcClient jdbc,
            WriteBatch batch,
            InFlight inFlight,
            ApplicationEventPublisher events,
            IncidentWriter writer,
            IncidentNews news,
            Optional<ResponseBook> book,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.inFlight = inFlight;
        this.events = events;
        this.writer = writer;
        this.news = news;
        this.book = book;
        this.clock = clock;
    }

    /** Keeps what may be taken back, before anything of it is done. */
    void keep(UUID id, Action action, String actor, Instant at) {
        if (UNDOABLE.contains(action)) {
            batch.add(Sql.of("incident/keep_undo_image"), id, action.name(), actor, at);
        }
    }

    /** The incident is locked and its version is the one that was seen. */
    void undo(Locked incident, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Image image = require(incident, actor, now);
        IncidentUndone undone = new IncidentUndone(
                incident.id(),
                incident.number(),
                image.action(),
                incident.state(),
                image.state(),
                incident.tier(),
                image.at(),
                now,
                actor.name());
        InFlight.Heard heard = inFlight.during(() -> events.publishEvent(undone));
        Instant nextDue = heard.moved().flatMap(ResponseMoved::nextDue).orElse(null);
        RowChange row = RowChange.none();
        if (image.action() == Action.CLOSE) {
            row.closed(image.closedHow(), image.rootCause(), image.quickFix());
        } else {
            batch.add(Sql.of("incident/decide_as_before"), incident.id(), now, actor.name());
        }
        writer.change(
                incident.id(),
                image.state(),
                "UNDO",
                now,
                nextDue,
                actor.name(),
                null,
                Map.of("undone", image.action().name(), "of", image.entry()),
                row);
        news.undone(
                undone,
                incident,
                book.map(responses -> responses.deadlinesOf(List.of(incident.id())))
                        .orElse(Map.of())
                        .getOrDefault(incident.id(), List.of()));
    }

    private Image require(Locked incident, Actor actor, Instant now) {
        Image image = jdbc.sql(Sql.of("incident/find_undo_image"))
                .param("id", incident.id())
                .query(Image::of)
                .optional()
                .filter(kept -> kept.version() == incident.version())
                .orElseThrow(() -> Problem.conflict(
                        "nothing-to-undo",
                        "The last thing that happened to incident " + incident.number()
                                + " is neither a closing nor a transfer; only these can be taken back."));
        String otherwise = OTHERWISE.get(image.action()) + ".";
        if (!image.actor().equals(actor.name())) {
            throw Problem.conflict(
                            "undo-of-another",
                            image.action() + " of incident " + incident.number() + " was done by " + image.actor()
                                    + ", who alone can take it back; " + otherwise)
                    .saying("actor", image.actor());
        }
        Duration age = Duration.between(image.at(), now);
        if (age.compareTo(Duration.ofSeconds(SECONDS)) > 0) {
            throw Problem.conflict(
                            "undo-too-late",
                            image.action() + " of incident " + incident.number() + " was done " + age.toSeconds()
                                    + " s ago; it could be taken back for " + SECONDS + " s. " + otherwise)
                    .saying("seconds", SECONDS);
        }
        if (image.held() && image.action() == Action.TRANSFER) {
            throw Problem.conflict(
                    "undo-not-possible",
                    "The transfer of incident " + incident.number() + " also ended a hold; " + otherwise);
        }
        return image;
    }
}
