package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.grid.Match;

/**
 * An incident was reported and placed: told inside the transaction that stores it, before its rows are written, so that a
 * {@link ResponseStarted} of a listener is stored with them. The matches are of the incident's own time;
 * receiver is who took the report, null where a resident wrote it.
 */
public record IncidentReported(
        UUID id,
        String number,
        int tier,
        String category,
        String description,
        String channel,
        double lon,
        double lat,
        Instant occurredAt,
        Instant reportedAt,
        List<Match> matches,
        Placing placing,
        String receiver) {}
