package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who reported what an incident now stands for: its own reporter, or that of one merged into it.
 *
 * @param incident the report as it was filed; its number and first receiver stay
 * @param answeredAt when this reporter was answered; null: not yet
 */
public record ReporterOf(
        UUID incident,
        String number,
        String channel,
        Instant reportedAt,
        String firstReceiver,
        Reporter reporter,
        String description,
        Instant answeredAt,
        ExternalNumber external) {}
