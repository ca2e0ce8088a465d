package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * The last closing or transfer of an incident is taken back within seconds by whoever did it, told inside the transaction.
 * A listener that throws a {@link org.gridward.platform.Problem} forbids it.
 *
 * @param action CLOSE or TRANSFER
 * @param done when it was done
 * @param at when it is taken back
 */
public record IncidentUndone(
        UUID id,
        String number,
        Action action,
        State from,
        State to,
        int tier,
        Instant done,
        Instant at,
        String actor) {}
