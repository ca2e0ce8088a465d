package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/** An incident with everything that is known of it; decision, reportedLocation and attributes are JSON as stored. */
public record IncidentDetail(
        @JsonUnwrapped IncidentRow incident,
        @JsonRawValue String helpers,
        @JsonRawValue String decision,
        List<LaterDecision> laterDecisions,
        @JsonRawValue String reportedLocation,
        @JsonRawValue String attributes,
        String firstReceiver,
        Reporter reporter,
        Instant controlledAt,
        List<TaskGiven> tasks,
        List<TimelineEntry> timeline,
        List<ActionOffer> actions) {

    /** Whether an action is possible in the incident's present state, and why not. */
    public record ActionOffer(Action action, boolean available, String because) {}
}
