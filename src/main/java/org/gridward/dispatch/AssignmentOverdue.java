package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;

/** A deadline of an incident passed unmet; told once a deadline. */
public record AssignmentOverdue(UUID incidentId, String number, String kind, Instant due, Instant firedAt) {}
