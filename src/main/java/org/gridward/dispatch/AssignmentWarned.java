package org.gridward.dispatch;

import java.time.Instant;
import java.util.UUID;

/** Of a deadline 80 % have passed and it is not met; told once a deadline, within working hours where it counts those. */
public record AssignmentWarned(UUID incidentId, String number, String kind, Instant due, Instant firedAt) {}
