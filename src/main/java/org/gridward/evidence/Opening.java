package org.gridward.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * A shop that is to be opened. Cases are those its premises had before; risk: so many that whoever opens there must know.
 * The card is null until all five departments have looked, openedAt until it is OPEN.
 */
public record Opening(
        UUID id,
        String placeCode,
        State state,
        boolean risk,
        List<PastCase> cases,
        List<Check> checks,
        String card,
        Instant registeredAt,
        Instant openedAt,
        int version) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }

    /** In this order. */
    public enum State {
        REGISTERED,
        CARD_ISSUED,
        OPEN
    }

    /** A complaint of before. */
    public record PastCase(String number, String category, String state, Instant reportedAt) {}

    /** What a department found: PASSED, CONDITION or REFUSED with a note; null until it has looked. */
    public record Check(String department, String result, String note, String actor, Instant at) {}
}
