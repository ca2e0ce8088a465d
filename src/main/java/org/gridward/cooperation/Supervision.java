package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;

/** A case under listed supervision: department, limit; alarmedAt and leader null until the limit passed, endedAt until it ended. */
public record Supervision(
        UUID id,
        UUID incidentId,
        String number,
        String department,
        String reason,
        Instant due,
        String orderedBy,
        Instant orderedAt,
        Instant alarmedAt,
        String leader,
        Instant endedAt,
        String endedBy) {}
