package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Adopt these grids as the edition of a layer that is in force from {@code validFrom} until {@code validUntil}, by default
 * until the next instant at which the layer changes anyway; or, as a correction, for the whole time of the edition it
 * corrects. {@code source} says where the drawing comes from.
 */
public record AdoptEdition(
        String layer,
        Instant validFrom,
        Optional<Instant> validUntil,
        List<NewGrid> grids,
        Optional<EditionId> corrects,
        String source) {

    public AdoptEdition(
            String layer, Instant validFrom, List<NewGrid> grids, Optional<EditionId> corrects, String source) {
        this(layer, validFrom, Optional.empty(), grids, corrects, source);
    }
}
