package org.gridward.dispatch.pick;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Reason;
import org.gridward.responsibility.Rule;

/**
 * Who should go to an incident, and why: the picks in order, who falls short of what, who leads by the written rule with the
 * edition and the distance to the next border, whom the rule's next row or the next grid would have given, and those at work
 * who are no longer there.
 */
public record Recommendation(
        UUID incidentId,
        String number,
        Instant at,
        Limits limits,
        List<Pick> picks,
        List<Pick> passedOver,
        List<Pick.Shortfall> shortfalls,
        ByRule byRule,
        OtherSide otherSide,
        ByRule nextRow,
        List<Hand> hands) {

    /** What was asked of a unit: at most so old a position, so far away, so many open tasks; and what a ranking is made of. */
    public record Limits(
            long positionAgeSeconds,
            double farthestMeters,
            int openTasksMost,
            double metersATask,
            double metersAYear,
            double metersOwnGrid) {}

    /** Who leads by a row of the written rule; lead is null where only the first receiver is left. */
    public record ByRule(Answering lead, Rule rule, String edition, List<Reason> reasons) {}

    /** The grid beyond the next border, how far that is, and who would lead there. */
    public record OtherSide(String layer, String gridCode, double distanceMeters, Answering lead) {}

    /** Who has a task now, and whether they are there: reason is LEFT_ROSTER, ABSENT or OFF_SHIFT, else null. */
    public record Hand(
            UUID taskId, String part, String gridCode, String role, String person, String unit, String reason) {}
}
