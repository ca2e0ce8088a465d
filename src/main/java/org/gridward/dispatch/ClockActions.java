package org.gridward.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridward.incident.Condition;
import org.gridward.incident.ConditionSet;
import org.gridward.incident.IncidentChanged;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the actions on an incident do to its clocks. PARK and EXTEND only ask: a second person decides
 * ({@link ApprovalDesk}). RESUME lets the clocks go on, TRIAGE to another tier counts anew from the report.
 */
@Component
class ClockActions {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Approvals approvals;
    private final Pauses pauses;
    private final TierClocks tiers;
    private final DeadlineClocks clocks;
    private final ApplicationEventPublisher events;

    ClockActions(
            Approvals approvals,
            Pauses pauses,
            TierClocks tiers,
            DeadlineClocks clocks,
            ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.pauses = pauses;
        this.tiers = tiers;
        this.clocks = clocks;
        this.events = events;
    }

    @EventListener
    void on(IncidentChanged change) {
        switch (change.action()) {
            case PARK -> {
                ask(change);
                events.publishEvent(new ConditionSet(change.id(), Condition.PARKED_UNTIL, null));
            }
            case EXTEND -> ask(change);
            case RESUME -> moved(change, pauses.goOn(change.id(), change.actor(), change.note()));
            case TRIAGE -> {
                if (change.tier() != change.tierBefore()) {
                    requireRunning(change);
                    moved(change, tiers.remake(change));
                }
            }
            case FINISH -> approvals.lapse(change.id(), change.actor());
            case VOID, MERGE -> {
                approvals.lapse(change.id(), change.actor());
                pauses.end(change.id(), change.actor());
            }
            default -> {}
        }
    }

    private void moved(IncidentChanged change, Optional<Instant> nextDue) {
        events.publishEvent(new AssignmentMoved(change.id(), nextDue));
    }

    private void requireRunning(IncidentChanged change) {
        if (pauses.isOpen(change.id())) {
            throw Problem.conflict(
                    "clock-stands",
                    "The clocks of incident " + change.number() + " stand; RESUME it before giving it another tier.");
        }
    }

    private void ask(IncidentChanged change) {
        Instant until = (Instant) change.detail().get("until");
        Integer days = (Integer) change.detail().get("workingDays");
        if ((until == null) == (days == null)) {
            throw Problem.unprocessable(
                            "how-long", "EXTEND needs either an instant until or a number of working days, not both.")
                    .with("/until", Fault.EITHER, "either this")
                    .with("/workingDays", Fault.EITHER, "or this");
        }
        Instant now = clocks.now();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw Problem.unprocessable(
                            "until",
                            "Until " + until + " does not lie within the next 366 days; now it is " + now + ".")
                    .with("/until", Fault.daysAhead(366), "within the next 366 days");
        }
        approvals.ask(change.id(), change.number(), change.action().name(), until, days, change.note(), change.actor());
    }
}
