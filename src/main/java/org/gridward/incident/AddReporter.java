package org.gridward.incident;

import java.time.Instant;

/** One more who reports what is filed already; all but the channel may be null, the description is then the case's own. */
public record AddReporter(String channel, String description, Instant occurredAt, Reporter reporter) {}
