package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.grid.Match;
import org.gridward.incident.DeadlineSet;
import org.gridward.incident.Decision;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.IncidentReported;
import org.gridward.incident.MatterClass;
import org.gridward.incident.Playbook;
import org.gridward.incident.QuestionAsked;
import org.gridward.incident.Responder;
import org.gridward.incident.State;
import org.gridward.incident.TaskGiven;

/** The answer to a report as the public contract words it. */
record ReceiptJson(
        UUID id,
        String number,
        State state,
        int version,
        int tier,
        String category,
        String colour,
        MatterClass matterClass,
        String trackingCode,
        Map<String, Double> location,
        Instant occurredAt,
        Instant reportedAt,
        List<Match> matches,
        Responder lead,
        List<Responder> helpers,
        List<Responder> informed,
        List<TaskGiven> tasks,
        List<DeadlineSet> deadlines,
        QuestionAsked question,
        Decision decision,
        Playbook playbook) {

    static ReceiptJson of(IncidentReceipt receipt) {
        IncidentReported incident = receipt.incident();
        return new ReceiptJson(
                incident.id(),
                incident.number(),
                receipt.state(),
                receipt.version(),
                incident.tier(),
                incident.category(),
                receipt.colour(),
                receipt.matterClass(),
                receipt.trackingCode(),
                Map.of("lon", incident.lon(), "lat", incident.lat()),
                incident.occurredAt(),
                incident.reportedAt(),
                incident.matches(),
                receipt.decision().lead(),
                receipt.decision().helpers(),
                receipt.decision().informed(),
                receipt.tasks(),
                receipt.deadlines(),
                receipt.decision().question(),
                receipt.decision(),
                receipt.playbook());
    }
}
