package org.gridward.responsibility;

import java.time.Instant;

/**
 * When something holds and when it is known: from inclusive, to exclusive. {@link Instant#MIN} and {@link Instant#MAX} stand
 * for open ends.
 */
record Span(Instant validFrom, Instant validTo, Instant knownFrom, Instant knownTo) {

    static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX, Instant.MIN, Instant.MAX);

    /** Whether it holds at an instant, as known at another; {@code knownAt} null: as known now. */
    boolean holds(Instant at, Instant knownAt) {
        return !at.isBefore(validFrom)
                && at.isBefore(validTo)
                && (knownAt == null
                        ? knownTo.equals(Instant.MAX)
                        : !knownAt.isBefore(knownFrom) && knownAt.isBefore(knownTo));
    }
}
