package org.gridward.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.ResponseFinished;

/** Those who were asked have done their part. */
public record AssignmentFinished(UUID incidentId, Optional<Instant> nextDue) implements ResponseFinished {}
