package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes actions: {@link #act} is the list of the steps. Whoever listens may forbid one or add to what it does. */
@Component
class ActionDesk {

    private final JdbcClient jdbc;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final IncidentWriter writer;
    private final IncidentNews news;
    private final Optional<ResponseBook> book;
    private final Merging merging;
    private final UndoDesk undos;
    private final Clock clock;

    ActionDesk(
            JdbcClient jdbc,
            InFlight inFlight,
            ApplicationEventPublisher events,
            IncidentWriter writer,
            IncidentNews news,
            Optional<ResponseBook> book,
            Merging merging,
            UndoDesk undos,
            Clock clock) {
        this.jdbc = jdbc;
        this.inFlight = inFlight;
        this.events = events;
        this.writer = writer;
        this.news = news;
        this.book = book;
        this.merging = merging;
        this.undos = undos;
        this.clock = clock;
    }

    /** @param version that the actor has seen; null: whatever it is, for a reporter who sees none */
    State act(UUID id, Act act, Integer version, Actor actor) {
        Action action = Action.find(act.action() == null ? "" : act.action()).orElseThrow(() -> Problem.unprocessable(
                        "unknown-action",
                        "'" + act.action() + "' is no action; available are " + List.of(Action.values()) + ".")
                .with("/action", Fault.UNKNOWN, "unknown action"));
        if (action == Action.MERGE) {
            merging.lockBoth(id, act.more());
        }
        if (action == Action.UNMERGE) {
            merging.lockApart(id);
        }
        Locked incident = lock(id);
        requireActor(actor, action, incident);
        requireVersion(incident, version);
        State to = require(incident, action);
        ReportRules.checkNote(action, act.note());
        Map<String, Object> detail = FieldCheck.read(action, act.more());
        ActionRules.check(action, detail);
        if (action == Action.MERGE) {
            detail.put("into", merging.require(incident.id(), (String) detail.get("into")));
        }
        if (action == Action.UNMERGE) {
            detail.putAll(merging.apart(incident.id()));
        }
        return change(incident, action, to, blankToNull(act.note()), detail, actor);
    }

    /** Takes the last closing or transfer back. */
    void undo(UUID id, int version, Actor actor) {
        Locked incident = lock(id);
        requireActor(actor, Action.TRANSFER, incident);
        requireVersion(incident, version);
        undos.undo(incident, actor);
    }

    /** Writes what another room says happened. */
    void happened(Happening happening) {
        Locked incident = lock(happening.id());
        RowChange change = RowChange.none();
        happening.conditions().forEach(change::set);
        Instant now = now();
        Instant nextDue = happening.nextDue() == null
                ? incident.nextDue()
                : happening.nextDue().orElse(null);
        writer.change(
                incident.id(),
                incident.state(),
                happening.word(),
                now,
                nextDue,
                happening.actor(),
                happening.note(),
                happening.detail(),
                change);
        news.happened(happening, incident, now, deadlines(incident.id()));
    }

    Locked lock(UUID id) {
        return jdbc.sql(Sql.of("incident/lock_incident"))
                .param("id", id)
                .query(Locked::of)
                .optional()
                .orElseThrow(() -> Incidents.unknown(id));
    }

    private static void requireActor(Actor actor, Action action, Locked incident) {
        if (!action.allows(actor.roles())) {
            throw Problem.forbidden(
                            "role-not-allowed",
                            action + " needs one of the roles " + action.roleWords() + "; '" + actor.name()
                                    + "' has none.")
                    .saying("action", action.name());
        }
        if (!incident.gridCodes().isEmpty() && !actor.mayActInAny(incident.gridCodes())) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "Incident " + incident.number() + " lies outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'.");
        }
    }

    private void requireVersion(Locked incident, Integer version) {
        if (version != null && !VersionTag.matches(version, incident.version())) {
            LastChange last = lastChange(incident.id());
            throw last.tell(Problem.stale(
                    "stale-incident",
                    "Incident " + incident.number() + " is at version " + incident.version() + ", not " + version + ": "
                            + last + "; read it again and decide anew."));
        }
    }

    private State require(Locked incident, Action action) {
        try {
            return Lifecycle.require(incident.number(), incident.now(), action);
        } catch (Problem refused) {
            throw lastChange(incident.id()).tell(refused);
        }
    }

    private LastChange lastChange(UUID id) {
        return jdbc.sql(Sql.of("incident/last_change"))
                .param("id", id)
                .query((row, n) ->
                        new LastChange(row.getString("actor"), row.getString("action"), Instants.of(row, "at")))
                .single();
    }

    /** Tells it, hears what is signalled back, writes the row and the news. */
    State change(Locked incident, Action action, State tableTo, String note, Map<String, Object> detail, Actor actor) {
        Instant now = now();
        int tier = action == Action.TRIAGE && detail.get("tier") instanceof Integer given ? given : incident.tier();
        IncidentChanged change = new IncidentChanged(
                incident.id(),
                incident.number(),
                action,
                incident.state(),
                tableTo,
                tier,
                incident.tier(),
                now,
                actor.has(Role.RESIDENT) ? "reporter" : actor.name(),
                actor.roles(),
                note,
                detail,
                incident.category(),
                incident.gridCode(),
                incident.reportedAt(),
                incident.version() + 1);
        undos.keep(incident.id(), action, change.actor(), now);
        InFlight.Heard heard = inFlight.during(() -> events.publishEvent(change));
        boolean handedOver = heard.started().filter(ResponseStarted::handedOver).isPresent();
        State to = EditionFollower.stateAfter(tableTo, handedOver);
        RowChange row = RowChange.of(action, detail, now, incident.reopenings());
        heard.conditions().forEach(set -> row.set(set.condition(), set.value()));
        Instant nextDue = heard.moved()
                .map(ResponseMoved::nextDue)
                .orElse(Optional.ofNullable(incident.nextDue()))
                .orElse(null);
        writer.change(incident.id(), to, action.name(), now, nextDue, change.actor(), note, detail, row);
        if (action == Action.CLOSE) {
            events.publishEvent(new IncidentClosed(
                    incident.id(), incident.number(), incident.category(), incident.reportedAt(), now));
        }
        news.changed(change, to, deadlines(incident.id()));
        merging.pass(change, writer);
        return to;
    }

    private List<DeadlineSet> deadlines(UUID id) {
        return book.map(responses -> responses.deadlinesOf(List.of(id)))
                .orElse(Map.of())
                .getOrDefault(id, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String blankToNull(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
