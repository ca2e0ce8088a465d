package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * A mediation at one level. outcome (AGREED, FAILED), agreement and the ends are null until it is over; parties and mediators
 * are JSON lists of names; sessions is JSON: heldAt, minutesLong, minutes, by.
 */
public record Mediation(
        UUID id,
        UUID incidentId,
        String number,
        String level,
        @JsonRawValue String parties,
        @JsonRawValue String mediators,
        String openedBy,
        Instant openedAt,
        String outcome,
        String agreement,
        Instant endedAt,
        Instant revisitDue,
        int version,
        @JsonRawValue String sessions) {

    /** Small matters in the grid, larger ones in the community, hard ones jointly. */
    public enum Level {
        GRID,
        COMMUNITY,
        JOINT
    }

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }

    /** Mediate between at least two parties. */
    public record Opening(String level, List<String> parties, List<String> mediators) {}

    /** A session: when it began (null: it ends now), how many minutes, what was said. */
    public record Session(Instant heldAt, Integer minutesLong, String minutes) {}

    /** The end: AGREED with the agreement, or FAILED with why. */
    public record Ending(String outcome, String agreement) {}
}
