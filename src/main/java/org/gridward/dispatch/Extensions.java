package org.gridward.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.DueMaker;
import org.gridward.deadline.LimitUnit;
import org.gridward.deadline.TimeScale;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Gives the open deadlines of an incident more time, each on its own clock. */
@Component
class Extensions {

    private final DeadlineClocks clocks;
    private final Deadlines deadlines;

    Extensions(DeadlineClocks clocks, Deadlines deadlines) {
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    /** @throws Problem 409 {@code nothing-to-extend} when no open deadline ends before what was asked for */
    Optional<Instant> extend(Approval approval, String actor) {
        DueMaker maker = deadlines.maker();
        AtomicInteger moved = new AtomicInteger();
        Optional<Instant> nextDue = clocks.move(
                approval.incidentId(),
                new DeadlineClocks.Because("EXTENDED", actor, approval.reason()),
                (deadline, scale) -> {
                    Duration by = more(deadline, approval, scale, maker);
                    if (by.isZero() || by.isNegative()) {
                        return null;
                    }
                    moved.incrementAndGet();
                    return deadline.extend(by, scale);
                });
        if (moved.get() == 0) {
            throw Problem.conflict(
                    "nothing-to-extend",
                    "Incident " + approval.number() + " has no open deadline that would be later then.");
        }
        return nextDue;
    }

    private static Duration more(RunningDeadline deadline, Approval approval, TimeScale scale, DueMaker maker) {
        Instant to = approval.until() != null
                ? approval.until()
                : maker.make("", approval.workingDays(), LimitUnit.WORKING_DAYS, deadline.due())
                        .due();
        return scale.between(deadline.due(), to);
    }
}
