package org.gridward.incident;

import java.time.Instant;

/**
 * Report an incident.
 *
 * @param category a code of {@link Categories}
 * @param description what is the matter, 1 to 4000 characters
 * @param channel how it came in, such as PHONE, PATROL, QR; null: WEB
 * @param occurredAt when it happened; null: now
 * @param reporter null: not said
 */
public record ReportIncident(
        String category, String description, Where location, String channel, Instant occurredAt, Reporter reporter) {}
