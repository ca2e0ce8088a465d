package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One drawing of a layer. {@code periods} says when it is in force as the register knows it now; an edition that was
 * replaced wholly by a correction has none.
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
        List<ValidPeriod> periods) {

    /** In force from {@code from} (inclusive) until {@code until} (exclusive; empty: for good). */
    public record ValidPeriod(Instant from, Optional<Instant> until) {}
}
