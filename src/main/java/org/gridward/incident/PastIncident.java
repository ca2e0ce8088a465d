package org.gridward.incident;

import java.time.Instant;
import java.util.Map;

/**
 * An incident of the past, from a file or a generator.
 *
 * @param number its number elsewhere, unique; null: it is given one
 * @param category a code of {@link Categories}
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param channel null: IMPORT
 * @param state a {@link State}; null: CLOSED
 * @param closedAt when it was closed; null with CLOSED: when it occurred
 * @param attributes further facts, kept as given
 * @param handled how it went on, of one that is CLOSED; null: not known
 */
public record PastIncident(
        String number,
        String category,
        String description,
        double lon,
        double lat,
        Instant occurredAt,
        String channel,
        String state,
        Instant closedAt,
        Map<String, Object> attributes,
        Handled handled) {

    /**
     * The steps of a closed case, each not before the one above and none after it was closed; satisfaction 1 to 5, null with
     * revisitedAt where nobody asked.
     */
    public record Handled(
            Instant acceptedAt,
            Instant arrivedAt,
            Instant finishedAt,
            Instant answeredAt,
            Instant revisitedAt,
            Integer satisfaction) {}

    public PastIncident(
            String number,
            String category,
            String description,
            double lon,
            double lat,
            Instant occurredAt,
            String channel,
            String state,
            Instant closedAt,
            Map<String, Object> attributes) {
        this(number, category, description, lon, lat, occurredAt, channel, state, closedAt, attributes, null);
    }
}
