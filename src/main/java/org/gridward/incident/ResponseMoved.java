package org.gridward.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A signal that this room listens for: the next deadline of an incident is another one, or none is left. */
public interface ResponseMoved {

    UUID incidentId();

    Optional<Instant> nextDue();
}
