package org.gridward.grid;

import java.time.Instant;

/**
 * An edition is being adopted. Sent inside the adopting transaction, so that what listeners change commits with it or not
 * at all; {@code map} answers from the new edition, which the rest of the server sees only after the commit.
 */
public record EditionAdopted(
        String layer, EditionId editionId, Instant validFrom, Instant knownFrom, String actor, LayerMap map) {}
