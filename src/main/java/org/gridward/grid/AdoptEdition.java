package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Adopt these grids as the edition of a layer that is in force from {@code validFrom} until the next later edition, or, as
 * a correction, for the whole period of the edition it corrects. {@code source} says where the drawing comes from.
 */
public record AdoptEdition(
        String layer, Instant validFrom, List<NewGrid> grids, Optional<EditionId> corrects, String source) {}
