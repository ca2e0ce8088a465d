package org.gridward.evidence;

import java.time.Instant;

/**
 * Somebody stays at a danger: who and since when; until, endedBy and note are null while it lasts. The stay is what the own
 * track says of it, null where the user is no unit.
 */
public record Hold(String actor, String unit, Instant since, Instant until, String endedBy, String note, Stay stay) {

    /** What a track says of a hold. */
    public enum Kept {
        /** Every fix lies at the place, and none is more than five minutes from the next. */
        STAYED,
        /** The track leaves the place, or is silent for longer than five minutes. */
        LEFT,
        NO_TRACK
    }

    /**
     * @param secondsAtPlace between fixes at the place
     * @param longestAwaySeconds the longest stretch without a fix at the place
     */
    public record Stay(Kept kept, long secondsAtPlace, long longestAwaySeconds, int fixes) {}
}
