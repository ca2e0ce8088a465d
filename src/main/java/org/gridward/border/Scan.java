package org.gridward.border;

import java.time.Instant;
import org.gridward.grid.EditionId;

/**
 * What the register found at a time. {@code ownedSquareMeters + gapSquareMeters + overlapSquareMeters} is the region to
 * 1e-6 of it. {@code parentEdition} and {@code until} are null where there is none.
 */
public record Scan(
        long id,
        String layer,
        EditionId edition,
        EditionId parentEdition,
        String streets,
        String region,
        double regionSquareMeters,
        double ownedSquareMeters,
        double gapSquareMeters,
        double overlapSquareMeters,
        double seconds,
        Instant since,
        Instant until) {

    /** Whether the register said this at a time; null: now. */
    boolean stood(Instant at) {
        return at == null ? until == null : !at.isBefore(since) && (until == null || at.isBefore(until));
    }

    boolean isOf(ScanKey key) {
        return edition.equals(key.edition())
                && java.util.Objects.equals(parentEdition, key.parentEdition())
                && streets.equals(key.streets());
    }
}
