package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;

/** One vote: how many could vote and did, and whether turnout and approval reached the thresholds of the template. */
public record Vote(
        UUID id,
        UUID deliberationId,
        String question,
        int eligible,
        int inFavour,
        int against,
        int abstained,
        boolean turnoutReached,
        boolean approved,
        Instant heldAt,
        String recordedBy) {

    /** The votes as they were counted; {@code eligible} null: the seats of the template. */
    public record Count(String question, Integer eligible, Integer inFavour, Integer against, Integer abstained) {}

    /** Whether so many came to vote, and whether so many of them agreed. Pure; the counts fit into the eligible. */
    record Result(boolean turnoutReached, boolean approved) {

        static Result of(Template.Voting voting, int eligible, int inFavour, int against, int abstained) {
            long cast = (long) inFavour + against + abstained;
            boolean turnout = cast > 0 && voting.turnout().reached(cast, eligible, false);
            long base = voting.of() == Template.Base.CAST ? cast : eligible;
            return new Result(turnout, turnout && voting.approval().reached(inFavour, base, voting.moreThan()));
        }
    }
}
