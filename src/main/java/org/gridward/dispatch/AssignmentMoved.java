package org.gridward.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.ResponseMoved;

/** The tasks of an incident went on; {@code nextDue} is its earliest deadline that is not met. */
public record AssignmentMoved(UUID incidentId, Optional<Instant> nextDue) implements ResponseMoved {}
