package org.gridward.grid;

import java.time.Instant;

/** One entry of a layer's register: what was said of which edition, why, by whom and when. {@code validUntil} null: open. */
public record RegisterChange(
        String layer,
        ChangeKind kind,
        EditionId edition,
        Instant validFrom,
        Instant validUntil,
        String reason,
        String actor,
        Instant knownFrom) {}
