package org.gridward.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.AuditTrail;
import org.gridward.grid.Match;
import org.gridward.platform.Outbox;
import org.springframework.stereotype.Component;

/** Tells the outside of this server what happened to incidents, and writes it into the audit trail; both small. */
@Component
class IncidentNews {

    private final Outbox outbox;
    private final AuditTrail audit;
    private final HomeGrid homeGrid;

    IncidentNews(Outbox outbox, AuditTrail audit, HomeGrid homeGrid) {
        this.outbox = outbox;
        this.audit = audit;
        this.homeGrid = homeGrid;
    }

    void reported(IncidentReceipt receipt, String actor) {
        IncidentReported incident = receipt.incident();
        Map<String, Object> payload = head(incident.id(), incident.number(), receipt.state(), receipt.version());
        payload.put("category", incident.category());
        payload.put("tier", incident.tier());
        payload.put("colour", receipt.colour());
        payload.put("description", brief(incident.description()));
        payload.put("channel", incident.channel());
        payload.put("location", Map.of("lon", incident.lon(), "lat", incident.lat()));
        payload.put("gridCode", homeGrid.of(receipt.decision().lead(), incident.matches()));
        payload.put("matches", brief(incident.matches()));
        payload.put("lead", receipt.decision().lead());
        payload.put("occurredAt", incident.occurredAt());
        payload.put("reportedAt", incident.reportedAt());
        payload.put("deadlines", receipt.deadlines());
        outbox.append("IncidentReported", incident.id().toString(), payload);
        audit.append(
                actor,
                "INCIDENT_REPORTED",
                incident.id().toString(),
                Map.of("number", incident.number(), "category", incident.category(), "channel", incident.channel()));
    }

    void changed(IncidentChanged change, State to, List<DeadlineSet> deadlines) {
        int version = change.version();
        Map<String, Object> payload = head(change.id(), change.number(), to, version);
        payload.put("action", change.action());
        payload.put("tier", change.tier());
        payload.put("category", change.category());
        payload.put("gridCode", change.gridCode());
        payload.put("deadlines", deadlines);
        payload.put("at", change.at());
        outbox.append("IncidentChanged", change.id().toString(), payload);
        if (change.action() == Action.CLOSE) {
            outbox.append("IncidentClosed", change.id().toString(), head(change.id(), change.number(), to, version));
        }
        audit.append(
                change.actor(),
                "INCIDENT_" + change.action(),
                change.id().toString(),
                Map.of("number", change.number(), "from", change.from(), "to", to, "version", version));
    }

    /** Something beside the actions: a word of another room. */
    void happened(Happening happening, Locked incident, Instant at, List<DeadlineSet> deadlines) {
        int version = incident.version() + 1;
        Map<String, Object> payload = head(incident.id(), incident.number(), incident.state(), version);
        payload.put("action", happening.word());
        payload.put("deadlines", deadlines);
        payload.put("at", at);
        outbox.append("IncidentChanged", incident.id().toString(), payload);
        audit.append(
                happening.actor(),
                "INCIDENT_" + happening.word(),
                incident.id().toString(),
                Map.of("number", incident.number(), "version", version));
    }

    void undone(IncidentUndone undone, Locked incident, List<DeadlineSet> deadlines) {
        int version = incident.version() + 1;
        Map<String, Object> payload = head(incident.id(), incident.number(), undone.to(), version);
        payload.put("action", "UNDO");
        payload.put("undone", undone.action());
        payload.put("gridCode", incident.gridCode());
        payload.put("deadlines", deadlines);
        payload.put("at", undone.at());
        outbox.append("IncidentChanged", incident.id().toString(), payload);
        audit.append(
                undone.actor(),
                "INCIDENT_UNDO",
                incident.id().toString(),
                Map.of("number", incident.number(), "undone", undone.action(), "to", undone.to(), "version", version));
    }

    void replaced(IncidentReplaced replaced, State state, int version, String gridCode, String actor) {
        Map<String, Object> payload = head(replaced.id(), replaced.number(), state, version);
        payload.put("gridCode", gridCode);
        payload.put("matches", brief(replaced.after()));
        payload.put("at", replaced.at());
        outbox.append("IncidentChanged", replaced.id().toString(), payload);
        audit.append(
                actor,
                "INCIDENT_REPLACED",
                replaced.id().toString(),
                Map.of("number", replaced.number(), "before", replaced.before(), "gridCode", String.valueOf(gridCode)));
    }

    private static Map<String, Object> head(UUID id, String number, State state, int version) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", id);
        payload.put("number", number);
        payload.put("state", state);
        payload.put("version", version);
        payload.put("etag", "\"" + version + "\"");
        return payload;
    }

    private static List<Map<String, String>> brief(List<Match> matches) {
        return matches.stream()
                .map(match ->
                        Map.of("layer", match.layer(), "gridCode", match.gridCode(), "gridName", match.gridName()))
                .toList();
    }

    private static String brief(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
