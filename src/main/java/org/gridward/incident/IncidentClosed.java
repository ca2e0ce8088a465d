package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/** An incident was closed, told inside the transaction. */
public record IncidentClosed(UUID id, String number, String category, Instant reportedAt, Instant closedAt) {}
