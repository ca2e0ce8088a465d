package org.gridward.incident;

import java.util.List;

/** The answer to a report: what was stored and decided, what was set in motion, and the procedure to follow (or null). */
public record IncidentReceipt(
        IncidentReported incident,
        State state,
        int version,
        String colour,
        MatterClass matterClass,
        String trackingCode,
        Decision decision,
        List<TaskGiven> tasks,
        List<DeadlineSet> deadlines,
        Playbook playbook) {}
