package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.Instants;
import org.gridward.platform.VersionTag;

/**
 * What was asked of the clocks of an incident: PARK until an instant, or EXTEND until an instant or by working days. State is
 * ASKED, APPROVED, REFUSED, WITHDRAWN or LAPSED; members that do not apply are null.
 */
public record Approval(
        long id,
        UUID incidentId,
        String number,
        String action,
        Instant until,
        Integer workingDays,
        String reason,
        String askedBy,
        Instant askedAt,
        String state,
        String decidedBy,
        Instant decidedAt,
        String note,
        int version) {

    static Approval of(ResultSet row, int n) throws SQLException {
        return new Approval(
                row.getLong("id"),
                row.getObject("incident_id", UUID.class),
                row.getString("number"),
                row.getString("action"),
                Instants.of(row, "until"),
                row.getObject("working_days", Integer.class),
                row.getString("reason"),
                row.getString("asked_by"),
                Instants.of(row, "asked_at"),
                row.getString("state"),
                row.getString("decided_by"),
                Instants.of(row, "decided_at"),
                row.getString("note"),
                row.getInt("version"));
    }

    /** The version as an ETag. */
    public String etag() {
        return VersionTag.of(version);
    }
}
