package org.gridward.board;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A report that waits for a look. The location is null where the board itself is meant; sender is a digest of device or
 * address; decidedAt, decidedBy, reason and incidentId are null while it is held.
 */
public record HeldReport(
        UUID id,
        String placeCode,
        String category,
        String description,
        Map<String, Object> location,
        String reporterName,
        String reporterPhone,
        HoldReason why,
        String sender,
        Instant receivedAt,
        State state,
        Instant decidedAt,
        String decidedBy,
        String reason,
        UUID incidentId) {

    /** What became of it. */
    public enum State {
        HELD,
        RELEASED,
        DISMISSED
    }
}
