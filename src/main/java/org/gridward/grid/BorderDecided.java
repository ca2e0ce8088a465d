package org.gridward.grid;

import java.time.Instant;

/**
 * A border decision is being recorded or ended. Sent inside the changing transaction; {@code map} answers for the present
 * moment as it will be after the commit.
 */
public record BorderDecided(
        BorderDecision decision, boolean ended, Instant validFrom, String reason, String actor, LayerMap map) {}
