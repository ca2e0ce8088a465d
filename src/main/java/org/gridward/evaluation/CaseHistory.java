package org.gridward.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One case with all that happened to it up to an instant.
 *
 * @param satisfaction 1 to 5; null: not rated
 * @param gridCode where it lay when it was placed, in the layer that is counted by; null: in no grid of it
 * @param steps in order of time
 * @param leads who led, in order of time
 * @param called the first department that was whistled for; null: none
 */
record CaseHistory(
        UUID id,
        String number,
        String category,
        String channel,
        Instant reportedAt,
        String firstReceiver,
        boolean quickFix,
        double lon,
        double lat,
        Integer satisfaction,
        String gridCode,
        List<Step> steps,
        List<Lead> leads,
        List<Clock> clocks,
        String called) {

    /** What was done, the state after it, and the code that a transfer named (null: none). */
    record Step(Instant at, String action, String state, String target) {}

    /** A body that led; {@code ended} null: it still does. */
    record Lead(String gridCode, String team, Instant started, Instant ended) {

        /** The body, whoever its people were. */
        String body() {
            return gridCode + " " + team;
        }
    }

    /** A deadline; {@code met} null: not met yet. */
    record Clock(String kind, Instant due, Instant met) {}

    /** The state that the steps lead to. */
    String state() {
        return steps.isEmpty() ? "REPORTED" : steps.get(steps.size() - 1).state();
    }

    boolean did(String action) {
        return steps.stream().anyMatch(step -> step.action().equals(action));
    }

    long times(String action) {
        return steps.stream().filter(step -> step.action().equals(action)).count();
    }

    /** Who led at an instant: the last to have begun by then. */
    Optional<Lead> leadAt(Instant at) {
        return leads.stream().filter(lead -> !lead.started().isAfter(at)).reduce((before, last) -> last);
    }

    Optional<Lead> lastLead() {
        return leads.isEmpty() ? Optional.empty() : Optional.of(leads.get(leads.size() - 1));
    }

    /** Found on a patrol or a visit. */
    boolean isFromPatrol() {
        return channel.equals("PATROL") || channel.equals("VISIT");
    }

    /** Reported by somebody of the public, not by a patrol or a machine. */
    boolean isPublic() {
        return !isFromPatrol() && !channel.equals("SENSOR") && !channel.equals("API");
    }
}
