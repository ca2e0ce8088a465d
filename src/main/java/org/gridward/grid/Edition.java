package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One drawing of a layer. {@code periods} says when it is in force as the register knows it, now or at the time asked for;
 * an edition that was replaced wholly by a correction has none. {@code history} is all the register said of it until then,
 * in both times, by when it said so.
 */
public record Edition(
        EditionId id,
        String layer,
        String label,
        String source,
        Optional<EditionId> corrects,
        int gridCount,
        String adoptedBy,
        Instant adoptedAt,
        List<ValidPeriod> periods,
        List<KnownPeriod> history) {

    /** In force from {@code from} (inclusive) until {@code until} (exclusive; empty: for good). */
    public record ValidPeriod(Instant from, Optional<Instant> until) {}

    /** A valid period that the register held true from {@code knownFrom} until {@code knownUntil} (empty: still does). */
    public record KnownPeriod(
            Instant validFrom, Optional<Instant> validUntil, Instant knownFrom, Optional<Instant> knownUntil) {}
}
