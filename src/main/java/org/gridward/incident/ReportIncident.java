package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;

/**
 * Report an incident.
 *
 * @param category a code of {@link Categories}
 * @param description what is the matter, 1 to 4000 characters
 * @param channel how it came in, such as PHONE, PATROL, QR; null: WEB
 * @param occurredAt when it happened; null: now
 * @param reporter null: not said
 * @param answers to the questions of the category, by their codes; null: none
 * @param external its number in another system, set by whoever carries it from there; null: it has none
 */
public record ReportIncident(
        String category,
        String description,
        Where location,
        String channel,
        Instant occurredAt,
        Reporter reporter,
        Map<String, Object> answers,
        @JsonIgnore ExternalNumber external) {

    /** A report that comes from no other system. */
    public ReportIncident(
            String category,
            String description,
            Where location,
            String channel,
            Instant occurredAt,
            Reporter reporter,
            Map<String, Object> answers) {
        this(category, description, location, channel, occurredAt, reporter, answers, null);
    }

    /** A report without answers. */
    public ReportIncident(
            String category,
            String description,
            Where location,
            String channel,
            Instant occurredAt,
            Reporter reporter) {
        this(category, description, location, channel, occurredAt, reporter, null, null);
    }
}
