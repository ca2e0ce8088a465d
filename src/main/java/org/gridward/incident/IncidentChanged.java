package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/** An action took an incident from one state to another (or left it there), told inside the transaction. */
public record IncidentChanged(
        UUID id, String number, Action action, State from, State to, int tier, Instant at, String actor) {}
