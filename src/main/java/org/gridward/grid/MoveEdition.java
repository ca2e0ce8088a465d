package org.gridward.grid;

import java.time.Instant;
import java.util.Optional;

/**
 * Say that an edition began or ended at another time than the register holds: a correction of its time alone. Empty keeps
 * what the register says; {@code forGood} takes an end back, so that the edition lasts until the layer's next change.
 */
public record MoveEdition(
        String layer,
        EditionId edition,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        boolean forGood,
        String reason) {}
