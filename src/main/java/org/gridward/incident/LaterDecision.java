package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** A decision after the one at the door: because of an ANSWER or a new EDITION, by whom; the decision is JSON as stored. */
public record LaterDecision(
        Instant decidedAt,
        String because,
        String actor,
        @JsonRawValue String decision) {}
