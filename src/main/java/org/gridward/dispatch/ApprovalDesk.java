package org.gridward.dispatch;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Role;
import org.gridward.incident.Act;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Condition;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.Standing;
import org.gridward.incident.State;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is asked of the clocks of an incident, and what a second person decides about it. */
@Component
public class ApprovalDesk {

    /** What can be asked: action PARK or EXTEND, until and workingDays as their fields, the reason as its note. */
    public record Ask(String action, String until, Integer workingDays, String reason) {}

    private static final Set<String> ASKED = Set.of("PARK", "EXTEND");
    private static final Map<String, String> DECISIONS =
            Map.of("APPROVE", "APPROVED", "REFUSE", "REFUSED", "WITHDRAW", "WITHDRAWN");
    private static final Set<State> AT_WORK =
            EnumSet.of(State.REPORTED, State.DISPATCHED, State.ACCEPTED, State.ARRIVED);

    private final Approvals approvals;
    private final Pauses pauses;
    private final Extensions extensions;
    private final CaseFile cases;
    private final IncidentDesk desk;

    ApprovalDesk(Approvals approvals, Pauses pauses, Extensions extensions, CaseFile cases, IncidentDesk desk) {
        this.approvals = approvals;
        this.pauses = pauses;
        this.extensions = extensions;
        this.cases = cases;
        this.desk = desk;
    }

    /**
     * Asks, as the action of the incident would.
     *
     * @throws Problem as {@link IncidentDesk#act}; 409 {@code approval-open} when it is asked already
     */
    @Transactional
    public Approval ask(UUID incident, Ask ask, Actor actor) {
        if (ask.action() == null || !ASKED.contains(ask.action())) {
            throw Problem.unprocessable(
                            "unknown-action", "'" + ask.action() + "' needs no approval; PARK and EXTEND do.")
                    .with("/action", Fault.CHOICE, "PARK or EXTEND");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("until", ask.until());
        fields.put("workingDays", ask.workingDays());
        fields.values().removeIf(value -> value == null);
        Standing standing = cases.hold(incident, actor);
        desk.act(incident, new Act(ask.action(), ask.reason(), fields), standing.version(), actor);
        return approvals.list(incident, true).stream()
                .filter(approval -> approval.action().equals(ask.action()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Decides: APPROVE or REFUSE by a dispatcher or admin who did not ask, WITHDRAW by who did.
     *
     * @param note may be null except where it refuses
     * @param version of the approval that was seen
     * @throws Problem 404 no such approval, 403 not yours to decide, 412 changed since, 409 decided already, out of date, or
     *     the incident is past it, 422 an unknown decision or a refusal without words
     */
    @Transactional
    public Approval decide(UUID incident, long id, String decision, String note, int version, Actor actor) {
        String state = DECISIONS.get(decision == null ? "" : decision);
        if (state == null) {
            throw Problem.unprocessable(
                            "unknown-decision", "'" + decision + "' is no decision; use APPROVE, REFUSE or WITHDRAW.")
                    .with("/decision", Fault.UNKNOWN, "unknown decision");
        }
        Standing standing = cases.hold(incident, actor);
        Approval approval = approvals.hold(incident, id);
        requireOpen(approval, version);
        requireDecider(approval, state, actor);
        String words = note == null || note.isBlank() ? null : note.strip();
        if (state.equals("REFUSED") && words == null) {
            throw Problem.unprocessable("note-missing", "A refusal needs a note that says why.")
                    .with("/note", Fault.MISSING, "say why");
        }
        approvals.decide(id, state, actor.name(), words);
        Optional<Instant> nextDue = state.equals("APPROVED") ? take(standing, approval, actor) : null;
        boolean parked = state.equals("APPROVED") && approval.action().equals("PARK");
        desk.happened(new Happening(
                incident,
                approval.action() + "_" + state,
                actor.name(),
                words,
                detail(approval),
                parked ? Map.of(Condition.PARKED_UNTIL, approval.until()) : Map.of(),
                nextDue));
        return approvals.hold(incident, id);
    }

    private Optional<Instant> take(Standing standing, Approval approval, Actor actor) {
        if (!AT_WORK.contains(standing.state())) {
            throw Problem.conflict(
                    "approval-too-late",
                    "Incident " + standing.number() + " is " + standing.state() + "; its clocks are not stopped or"
                            + " extended any more.");
        }
        return approval.action().equals("PARK")
                ? pauses.stop(standing.id(), "PARK", approval.reason(), requireAhead(approval), actor.name())
                : extensions.extend(approval, actor.name());
    }

    private Instant requireAhead(Approval approval) {
        if (!approval.until().isAfter(pauses.now())) {
            throw Problem.conflict(
                    "approval-too-late", "It was asked for until " + approval.until() + ", which is past; ask anew.");
        }
        return approval.until();
    }

    private static void requireOpen(Approval approval, int version) {
        if (!VersionTag.matches(version, approval.version())) {
            throw Problem.stale(
                    "stale-approval",
                    "The approval is at version " + approval.version() + ", not " + version + ": "
                            + approval.state() + (approval.decidedBy() == null ? "" : " by " + approval.decidedBy())
                            + "; read it again.");
        }
        if (!approval.state().equals("ASKED")) {
            throw Problem.conflict(
                            "approval-decided",
                            "This was " + approval.state() + " by " + approval.decidedBy() + " at "
                                    + approval.decidedAt() + ".")
                    .saying("by", approval.decidedBy());
        }
    }

    private static void requireDecider(Approval approval, String state, Actor actor) {
        boolean own = approval.askedBy().equals(actor.name());
        if (state.equals("WITHDRAWN") && !own) {
            throw Problem.forbidden("not-own-request", "Only " + approval.askedBy() + ", who asked, may withdraw it.")
                    .saying("by", approval.askedBy());
        }
        if (!state.equals("WITHDRAWN") && own) {
            throw Problem.forbidden("own-request", "Nobody decides what they asked for: somebody else has to.");
        }
        if (!state.equals("WITHDRAWN") && !actor.has(Role.DISPATCHER) && !actor.has(Role.ADMIN)) {
            throw Problem.forbidden(
                            "role-not-allowed", "A dispatcher or an admin decides; '" + actor.name() + "' is neither.")
                    .saying("action", approval.action());
        }
    }

    private static Map<String, Object> detail(Approval approval) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("approval", approval.id());
        detail.put("askedBy", approval.askedBy());
        detail.put("reason", approval.reason());
        if (approval.until() != null) {
            detail.put("until", approval.until());
        }
        if (approval.workingDays() != null) {
            detail.put("workingDays", approval.workingDays());
        }
        return detail;
    }

    /** Of one incident, the latest first. */
    public List<Approval> of(UUID incident) {
        return approvals.list(incident, false);
    }
}
