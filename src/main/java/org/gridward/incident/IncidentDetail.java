package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * An incident with everything that is known of it; decision, reportedLocation, attributes and answers are JSON as stored;
 * playbook is the procedure of its category; repeats says how often the same came before at this place. What there is none of,
 * or has not happened yet, is null; so is reporter for whoever may look at the incident and not act there. The tracking code is
 * the reporter's: only the receipt of a report has it.
 */
public record IncidentDetail(
        @JsonUnwrapped IncidentRow incident,
        @JsonRawValue String helpers,
        @JsonRawValue String decision,
        List<LaterDecision> laterDecisions,
        @JsonRawValue String reportedLocation,
        @JsonRawValue String attributes,
        String firstReceiver,
        Reporter reporter,
        @JsonRawValue String answers,
        Playbook playbook,
        Instant controlledAt,
        Instant feedbackAt,
        Instant revisitedAt,
        String revisitResult,
        Integer satisfaction,
        Instant reopenedAt,
        int reopenings,
        String rootCause,
        String closedHow,
        String externalSource,
        String externalNumber,
        List<TaskGiven> tasks,
        List<TimelineEntry> timeline,
        RepeatPlaces.Before repeats,
        List<ActionOffer> actions) {

    /** An action that the asker may take now, with the fields of its form. */
    public record ActionOffer(Action action, List<Field> fields) {}
}
