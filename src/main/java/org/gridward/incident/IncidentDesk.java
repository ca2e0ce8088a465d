package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.WriteBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports and actions; the only way to change an incident. */
@Component
public class IncidentDesk {

    private final Intake intake;
    private final PastLoader loader;
    private final JdbcClient jdbc;
    private final InFlight inFlight;
    private final ApplicationEventPublisher events;
    private final WriteBatch batch;
    private final IncidentNews news;
    private final Optional<ResponseBook> book;
    private final QuestionDesk questions;
    private final Clock clock;

    IncidentDesk(
            Intake intake,
            PastLoader loader,
            JdbcClient jdbc,
            InFlight inFlight,
            ApplicationEventPublisher events,
            WriteBatch batch,
            IncidentNews news,
            Optional<ResponseBook> book,
            QuestionDesk questions,
            Clock clock) {
        this.intake = intake;
        this.loader = loader;
        this.jdbc = jdbc;
        this.inFlight = inFlight;
        this.events = events;
        this.batch = batch;
        this.news = news;
        this.book = book;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Takes a report: placed in its grids, numbered, dispatched and stored in one transaction. The actor is its first
     * receiver for good; for a resident's own report it is whoever answers for the grid.
     *
     * @throws Problem 422 naming what is not acceptable and what to send instead
     */
    @Transactional
    public IncidentReceipt report(ReportIncident report, Actor actor) {
        return intake.take(report, actor);
    }

    /**
     * Takes an action on an incident; returns the state it is in now.
     *
     * @param version the version that the actor has seen
     * @throws Problem 404 no such incident, 403 wrong role or jurisdiction, 412 changed since, 409 not allowed in its state,
     *     422 a note is missing or too long; nothing is changed by a refusal
     */
    @Transactional
    public State act(UUID id, Act act, int version, Actor actor) {
        Action action = Action.find(act.action() == null ? "" : act.action()).orElseThrow(() -> Problem.unprocessable(
                        "unknown-action", "'" + act.action() + "' is no action; available are " + Action.served() + ".")
                .with("/action", "unknown action"));
        Locked incident = lock(id);
        requireActor(actor, action, incident);
        if (incident.version() != version) {
            throw Problem.stale(
                    "stale-incident",
                    "Incident " + incident.number() + " is at version " + incident.version() + ", not " + version
                            + "; read it again and decide anew.");
        }
        State to =
                Lifecycle.require(incident.number(), incident.state(), action, incident.tier(), incident.controlled());
        ReportRules.checkNote(action, act.note());
        ReportRules.checkNothingElse(act);
        return change(incident, action, to, act.note(), actor.name());
    }

    /**
     * Takes the answer to which grid is meant; the incident is placed anew by a further decision.
     *
     * @param gridCode one of the grids that the error disc touches, or {@code NONE}
     * @param version the version that the actor has seen
     * @throws Problem 404 no such incident, 403 wrong jurisdiction, 412 changed since, 409 closed or nothing to answer, 422
     *     a grid that is not possible
     */
    @Transactional
    public void answer(UUID id, String gridCode, int version, Actor actor) {
        questions.answer(id, gridCode, version, actor);
    }

    /**
     * Takes the answer of the resident who reported at a notice board: once, and only where a question was asked.
     *
     * @throws Problem as {@link #answer}; 409 where nothing was asked or it was answered already
     */
    @Transactional
    public void answerOfReporter(UUID id, String gridCode) {
        questions.answerOfReporter(id, gridCode);
    }

    /**
     * Stores incidents of the past, all or none, each placed by the editions that were valid at its own time. Those still
     * open are dispatched like new ones.
     *
     * @return how many were stored
     * @throws Problem 422 naming the first row (counted from 0) that is not acceptable
     */
    @Transactional
    public long load(Iterator<PastIncident> incidents) {
        return loader.load(incidents);
    }

    private Locked lock(UUID id) {
        return jdbc.sql(Sql.of("incident/lock_incident"))
                .param("id", id)
                .query(Locked::of)
                .optional()
                .orElseThrow(() -> Incidents.unknown(id));
    }

    private static void requireActor(Actor actor, Action action, Locked incident) {
        if (action.isServed() && !action.allows(actor.roles())) {
            throw Problem.forbidden(
                    "role-not-allowed",
                    action + " needs one of the roles " + action.roleWords() + "; '" + actor.name() + "' has none.");
        }
        if (!incident.gridCodes().isEmpty() && !actor.mayActInAny(incident.gridCodes())) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "Incident " + incident.number() + " lies outside the jurisdiction " + actor.jurisdiction() + " of '"
                            + actor.name() + "'.");
        }
    }

    private State change(Locked incident, Action action, State to, String note, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IncidentChanged change = new IncidentChanged(
                incident.id(), incident.number(), action, incident.state(), to, incident.tier(), now, actor);
        InFlight.Heard heard = inFlight.during(() -> events.publishEvent(change));
        Instant nextDue =
                heard.moved().map(moved -> moved.nextDue().orElse(null)).orElse(incident.nextDue());
        batch.add(
                Sql.of("incident/change_incident"),
                incident.id(),
                to.name(),
                action.name(),
                now,
                nextDue,
                actor,
                note == null || note.isBlank() ? null : note.strip());
        if (action == Action.CLOSE) {
            events.publishEvent(new IncidentClosed(
                    incident.id(), incident.number(), incident.category(), incident.reportedAt(), now));
        }
        news.changed(change, incident.version() + 1, deadlines(incident.id()));
        return to;
    }

    private List<DeadlineSet> deadlines(UUID id) {
        return book.map(responses -> responses.deadlinesOf(List.of(id)))
                .orElse(Map.of())
                .getOrDefault(id, List.of());
    }
}
