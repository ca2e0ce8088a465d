package org.gridward.border;

import java.time.Instant;
import org.gridward.grid.EditionId;

/**
 * What the register found at a time. {@code ownedSquareMeters + gapSquareMeters + overlapSquareMeters} is the region to
 * 1e-6 of it. {@code parentEdition} and {@code until} are null where there is none; {@code since} is null where it was computed for
 * a question, because the register was not there when those borders were in force.
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

    /** Whether the register keeps it; one that was computed for a question has no time since when it stands. */
    public boolean isStored() {
        return since != null;
    }

    boolean isOf(ScanKey key) {
        return edition.equals(key.edition())
                && java.util.Objects.equals(parentEdition, key.parentEdition())
                && region.equals(key.region().name())
                && streets.equals(key.streets());
    }
}
