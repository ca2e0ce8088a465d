package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** One thing that happened to an incident; note and detail (JSON) may be null. */
public record TimelineEntry(
        Instant at,
        String action,
        State state,
        String actor,
        String note,
        @JsonRawValue String detail) {}
