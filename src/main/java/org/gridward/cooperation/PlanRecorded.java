package org.gridward.cooperation;

import java.time.Instant;
import java.util.UUID;

/** A hard case has a plan with somebody who answers for it and a day: told inside the transaction. */
public record PlanRecorded(UUID incidentId, Instant at, String actor) {}
