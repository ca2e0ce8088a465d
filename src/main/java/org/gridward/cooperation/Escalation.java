package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;

/** One step up: from which grid to which, why, and who is accountable since then (null: no team there). */
public record Escalation(
        UUID id,
        UUID incidentId,
        String number,
        String fromLayer,
        String fromGrid,
        String toLayer,
        String toGrid,
        String reason,
        String note,
        String accountableTeam,
        String accountablePerson,
        boolean automatic,
        String escalatedBy,
        Instant escalatedAt) {}
