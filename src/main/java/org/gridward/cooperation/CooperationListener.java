package org.gridward.cooperation;

import java.time.Instant;
import java.util.List;
import org.gridward.incident.Action;
import org.gridward.incident.CaseFile;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.IncidentReported;
import org.gridward.incident.IncidentUndone;
import org.gridward.platform.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does what actions on incidents mean in this room, inside their transaction, and forbids to close what is not at its end. */
@Component
class CooperationListener {

    private static final int HARD = 3;

    private final CaseFile caseFile;
    private final WhistleDesk whistles;
    private final EscalationDesk escalations;
    private final SupervisionDesk supervisions;
    private final ClosingCheck closing;
    private final HardCaseBook hardCases;
    private final JointTaskBook tasks;
    private final DeliberationBook deliberations;

    CooperationListener(
            CaseFile caseFile,
            WhistleDesk whistles,
            EscalationDesk escalations,
            SupervisionDesk supervisions,
            ClosingCheck closing,
            HardCaseBook hardCases,
            JointTaskBook tasks,
            DeliberationBook deliberations) {
        this.caseFile = caseFile;
        this.whistles = whistles;
        this.escalations = escalations;
        this.supervisions = supervisions;
        this.closing = closing;
        this.hardCases = hardCases;
        this.tasks = tasks;
        this.deliberations = deliberations;
    }

    @EventListener
    void on(IncidentReported incident) {
        if (incident.tier() == HARD) {
            hardCases.open(
                    incident.id(),
                    incident.number(),
                    incident.category(),
                    incident.description(),
                    incident.reportedAt());
        }
    }

    @EventListener
    void on(IncidentChanged change) {
        switch (change.action()) {
            case WHISTLE -> whistle(change);
            case ESCALATE ->
                escalations.escalate(
                        change.id(),
                        new EscalationDesk.Wish(
                                change.text("to"),
                                1,
                                change.text("reason"),
                                change.note(),
                                EscalationDesk.How.ACTED,
                                change.actor()));
            case SUPERVISE -> supervise(change);
            case TRIAGE -> triage(change);
            case CLOSE -> close(change);
            case REOPEN, UNMERGE -> reopen(change);
            case VOID, MERGE -> end(change);
            default -> {
                // Nothing in this room.
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void whistle(IncidentChanged change) {
        String said = caseFile.read(change.id()).description();
        String wanted = change.note() != null && !change.note().isBlank() ? change.note() : said;
        whistles.call(
                change.id(),
                change.number(),
                new CallDepartments(
                        (List<String>) change.detail().get("departments"),
                        (Instant) change.detail().get("arriveBy"),
                        wanted.isBlank() ? change.category() : wanted),
                change.actor());
    }

    private void supervise(IncidentChanged change) {
        if (Boolean.TRUE.equals(change.detail().get("end"))) {
            if (!supervisions.end(change.id(), change.number(), change.at(), change.actor())) {
                throw Problem.conflict("not-supervised", "Incident " + change.number() + " is not supervised.");
            }
            return;
        }
        supervisions.order(
                change.id(),
                change.number(),
                change.text("department"),
                (Instant) change.detail().get("until"),
                change.note(),
                change.at(),
                change.actor());
    }

    private void triage(IncidentChanged change) {
        if (change.tier() == HARD && change.tierBefore() != HARD) {
            String subject = caseFile.read(change.id()).description();
            hardCases.open(change.id(), change.number(), change.category(), subject, change.at());
        } else if (change.tier() != HARD && change.tierBefore() == HARD) {
            hardCases.withdraw(change.id(), change.at());
        }
    }

    private void close(IncidentChanged change) {
        closing.require(change.id(), change.number(), change.tier());
        whistles.endAll(change.id(), "CLOSE", change.at());
        supervisions.end(change.id(), change.number(), change.at(), change.actor());
        if (change.tier() == HARD) {
            hardCases.solve(change.id(), change.at());
        }
    }

    /** What closing ended here is not put back: whistles, supervision, a hard case. */
    @EventListener
    void on(IncidentUndone undone) {
        if (undone.action() == Action.CLOSE
                && (undone.tier() == HARD
                        || whistles.endedAt(undone.id(), undone.done())
                        || supervisions.endedAt(undone.id(), undone.done()))) {
            throw Problem.conflict(
                    "undo-not-possible",
                    "Closing incident " + undone.number()
                            + " also ended a whistle, its supervision or its place in the library of hard cases;"
                            + " REOPEN opens it again, with a reason.");
        }
    }

    private void reopen(IncidentChanged change) {
        if (change.tier() == HARD) {
            hardCases.open(change.id(), change.number(), change.category(), "", change.at());
        }
    }

    private void end(IncidentChanged change) {
        String why = change.action().name();
        tasks.releaseAll(change.id(), why, change.at(), change.actor());
        deliberations.closeAll(change.id(), why, change.at());
        supervisions.end(change.id(), change.number(), change.at(), change.actor());
        whistles.endAll(change.id(), why, change.at());
        hardCases.withdraw(change.id(), change.at());
    }
}
