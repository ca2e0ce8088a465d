package org.gridward.access;

import java.util.Map;
import org.gridward.platform.RowStatement;
import org.gridward.platform.WriteBatch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who did what, in the transaction that did it: both are kept or neither. The events are sealed into a
 * chain of hashes after the commit ({@link AuditSealer}), so that writers never wait for each other.
 */
@Component
public class AuditTrail {

    private static final RowStatement EVENT = RowStatement.of("access/append_audit_event", RowStatement.Rank.NEWS);

    private final WriteBatch batch;
    private final JsonMapper json;
    private final AuditVerifier verifier;

    AuditTrail(WriteBatch batch, JsonMapper json, AuditVerifier verifier) {
        this.batch = batch;
        this.json = json;
        this.verifier = verifier;
    }

    /**
     * Adds one event to the caller's transaction.
     *
     * @param action an upper-case word, such as {@code INCIDENT_REPORTED}
     * @param object what it was done to, such as an incident's id
     * @param detail JSON-able values; personal data is referenced by id, never copied
     */
    public void append(String actor, String action, String object, Map<String, Object> detail) {
        batch.addRow(EVENT, actor, action, object, json.writeValueAsString(detail));
    }

    public void append(Actor actor, String action, String object, Map<String, Object> detail) {
        append(actor.name(), action, object, detail);
    }

    /** Recomputes the whole chain and names the first seal that does not hold. */
    public AuditVerdict verify() {
        return verifier.verify();
    }
}
