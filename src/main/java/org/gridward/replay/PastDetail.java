package org.gridward.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as it stood at a second, open or not, with what had happened to it by then; helpers, decision (the one at the door) and
 * later decisions are JSON. What there is none of, or had not happened, is null.
 */
public record PastDetail(
        @JsonUnwrapped PastCase past,
        Instant at,
        Instant closedAt,
        UUID mergedInto,
        Instant controlledAt,
        String firstReceiver,
        @JsonRawValue String helpers,
        @JsonRawValue String decision,
        @JsonRawValue String laterDecisions,
        List<Entry> timeline) {

    /** One thing that had happened. */
    public record Entry(
            Instant at,
            String action,
            String state,
            String actor,
            String note,
            @JsonRawValue String detail) {}
}
