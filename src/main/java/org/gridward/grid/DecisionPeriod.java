package org.gridward.grid;

import java.time.Instant;

/** A border decision with one of its periods in both times; the ends are null where open. */
record DecisionPeriod(
        BorderDecision decision, Instant validFrom, Instant validUntil, Instant knownFrom, Instant knownUntil) {

    boolean holds(Instant at, Instant knownAt) {
        return span().holds(at) && isKnown(knownAt);
    }

    boolean isKnown(Instant knownAt) {
        return knownAt == null
                ? knownUntil == null
                : !knownAt.isBefore(knownFrom) && (knownUntil == null || knownAt.isBefore(knownUntil));
    }

    Timeline.Span<java.util.UUID> span() {
        return new Timeline.Span<>(decision.id(), validFrom, validUntil);
    }
}
