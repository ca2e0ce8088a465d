package org.gridward.grid;

import java.time.Instant;
import java.util.List;

/** One row of the register in both times; {@code validUntil} and {@code knownUntil} are null where open. */
record EditionPeriod(
        EditionId edition, String layer, Instant validFrom, Instant validUntil, Instant knownFrom, Instant knownUntil) {

    boolean holds(Instant at, Instant knownAt) {
        return span().holds(at) && isKnown(knownAt);
    }

    /** Whether the register said so at that instant (null: says so now). */
    boolean isKnown(Instant knownAt) {
        return knownAt == null
                ? knownUntil == null
                : !knownAt.isBefore(knownFrom) && (knownUntil == null || knownAt.isBefore(knownUntil));
    }

    Timeline.Span<EditionId> span() {
        return new Timeline.Span<>(edition, validFrom, validUntil);
    }

    /** What the register said of a layer at that instant (null: says now). */
    static Timeline<EditionId> timeline(List<EditionPeriod> ofLayer, Instant knownAt) {
        return new Timeline<>(ofLayer.stream()
                .filter(period -> period.isKnown(knownAt))
                .map(EditionPeriod::span)
                .toList());
    }
}
