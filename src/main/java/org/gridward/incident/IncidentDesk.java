package org.gridward.incident;

import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports and actions; the only way to change an incident. */
@Component
public class IncidentDesk {

    private final Intake intake;
    private final PastLoader loader;
    private final ActionDesk actions;
    private final QuestionDesk questions;
    private final QuickFixDesk quickFixes;

    IncidentDesk(
            Intake intake, PastLoader loader, ActionDesk actions, QuestionDesk questions, QuickFixDesk quickFixes) {
        this.intake = intake;
        this.loader = loader;
        this.actions = actions;
        this.questions = questions;
        this.quickFixes = quickFixes;
    }

    /**
     * Takes a report: placed in its grids, numbered, dispatched and stored in one transaction. The actor is its first
     * receiver for good; for a resident's own report it is whoever answers for the grid.
     *
     * @throws Problem 422 naming what is not acceptable and what to send instead
     */
    @Transactional
    public IncidentReceipt report(ReportIncident report, Actor actor) {
        return intake.take(report, actor, null);
    }

    /**
     * As {@link #report(ReportIncident, Actor)}, with another triage than the category's: tasks and deadlines are of that tier.
     */
    @Transactional
    public IncidentReceipt report(ReportIncident report, Actor actor, Triaged triaged) {
        return intake.take(report, actor, triaged);
    }

    /**
     * Takes what was found and fixed in one go; the case is closed when this returns its id.
     *
     * @throws Problem 422 what is missing or no small matter, 403 outside the jurisdiction, and what any step of the loop refuses
     */
    @Transactional
    public UUID fixed(QuickFix fix, Actor actor) {
        return quickFixes.take(fix, actor);
    }

    /**
     * Takes an action on an incident; returns the state it is in now.
     *
     * @param version the version that the actor has seen
     * @throws Problem 404 no such incident, 403 wrong role or jurisdiction, 412 changed since (saying by whom and when), 409
     *     not allowed in its state, 422 a field or the note is missing, wrong or unknown; nothing is changed by a refusal
     */
    @Transactional
    public State act(UUID id, Act act, int version, Actor actor) {
        return actions.act(id, act, version, actor);
    }

    /**
     * Takes the last closing or transfer back, within seconds, as if it had not been done.
     *
     * @param version the version that it made
     * @throws Problem 404, 403, 412 as {@link #act}; 409 too late, of somebody else, or nothing to take back, naming the other way
     */
    @Transactional
    public void undo(UUID id, int version, Actor actor) {
        actions.undo(id, version, actor);
    }

    /**
     * Takes the reporter's own REVISIT: how satisfied, 1 to 5; below 3 it counts as not solved.
     *
     * @param note may be null
     * @throws Problem as {@link #act}
     */
    @Transactional
    public State rateByReporter(UUID id, int satisfaction, String note) {
        RevisitResult result = satisfaction < 3 ? RevisitResult.NOT_SOLVED : RevisitResult.SOLVED;
        return actions.act(
                id,
                new Act("REVISIT", note, Map.of("result", result.name(), "satisfaction", satisfaction)),
                null,
                Actor.RESIDENT);
    }

    /**
     * Takes the reporter's own REOPEN; the clocks of the case go on.
     *
     * @throws Problem as {@link #act}
     */
    @Transactional
    public State reopenByReporter(UUID id, String reason) {
        return actions.act(
                id, new Act("REOPEN", null, Map.of("reason", reason == null ? "" : reason)), null, Actor.RESIDENT);
    }

    /**
     * Writes what another room says happened to an incident beside the actions: a row of its timeline, its conditions, its
     * next deadline, a new version, and the news.
     *
     * @throws Problem 404 no such incident
     */
    @Transactional
    public void happened(Happening happening) {
        actions.happened(happening);
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
}
