package org.gridward.cooperation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.AuditTrail;
import org.gridward.incident.CaseFile;
import org.gridward.platform.Outbox;
import org.springframework.stereotype.Component;

/** Tells what was done together about an incident: its timeline, the stream, and the audit trail, in one transaction. */
@Component
class CooperationNews {

    /** The actor of what this server does by itself. */
    static final String CLOCK = "clock";

    private final CaseFile caseFile;
    private final Outbox outbox;
    private final AuditTrail audit;

    CooperationNews(CaseFile caseFile, Outbox outbox, AuditTrail audit) {
        this.caseFile = caseFile;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Tells one thing.
     *
     * @param word what was done, in upper case, such as {@code WHISTLE_ARRIVED}
     * @param note in the actor's words, for the timeline only; may be null
     * @param detail codes, ids, times: no persons, no free text
     */
    void tell(UUID incident, String number, String word, String actor, String note, Map<String, Object> detail) {
        caseFile.write(incident, word, actor, note, detail);
        quietly(incident, number, word, actor, detail);
    }

    /** As {@link #tell}, where the timeline has a row of the action already. */
    void quietly(UUID incident, String number, String word, String actor, Map<String, Object> detail) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("incidentId", incident);
        payload.put("number", number);
        payload.put("what", word);
        payload.putAll(detail);
        outbox.append("CooperationChanged", incident.toString(), payload);
        Map<String, Object> kept = new LinkedHashMap<>(detail);
        kept.put("number", number);
        audit.append(actor, word, incident.toString(), kept);
    }
}
