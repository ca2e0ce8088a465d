package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.grid.Match;

/** A past incident settled and placed, ready to be written. */
record PastRow(
        UUID id,
        String number,
        Category category,
        State state,
        String description,
        String channel,
        double lon,
        double lat,
        Instant occurredAt,
        Instant closedAt,
        Map<String, Object> attributes,
        List<Match> matches,
        PastIncident.Handled handled) {

    boolean isOpen() {
        return !state.isOver();
    }

    IncidentReported reported() {
        return new IncidentReported(
                id,
                number,
                category.tier(),
                category.code(),
                description,
                channel,
                lon,
                lat,
                occurredAt,
                occurredAt,
                matches,
                new Placing(lon, lat, 0, null, matches, null),
                null);
    }
}
