package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/** A task of an incident: part is LEAD or HELPER; unit and endedAt may be null. */
public record TaskGiven(
        UUID id,
        String gridCode,
        String team,
        String part,
        String role,
        String person,
        String personEn,
        String unit,
        String state,
        Instant startedAt,
        Instant endedAt) {}
