package org.gridward.incident;

import java.util.List;

/** The answer to a report: what was stored and decided, and what was set in motion. */
public record IncidentReceipt(
        IncidentReported incident,
        State state,
        int version,
        String colour,
        MatterClass matterClass,
        String trackingCode,
        Decision decision,
        List<TaskGiven> tasks,
        List<DeadlineSet> deadlines) {}
