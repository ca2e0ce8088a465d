package org.gridward.grid;

import java.time.Instant;

/** One row of the register in both times; {@code validUntil} and {@code knownUntil} are null where open. */
record EditionPeriod(
        EditionId edition, String layer, Instant validFrom, Instant validUntil, Instant knownFrom, Instant knownUntil) {

    boolean holds(Instant at, Instant knownAt) {
        return !at.isBefore(validFrom)
                && (validUntil == null || at.isBefore(validUntil))
                && (knownAt == null
                        ? knownUntil == null
                        : !knownAt.isBefore(knownFrom) && (knownUntil == null || knownAt.isBefore(knownUntil)));
    }
}
