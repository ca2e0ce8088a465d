package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What other rooms may know of an incident, with the grids that hold it now. Tier is 1..3, colour RED, YELLOW or GREEN;
 * controlledAt and closedAt are null until then.
 */
public record Standing(
        UUID id,
        String number,
        State state,
        int tier,
        String colour,
        int version,
        String category,
        String description,
        Instant occurredAt,
        Instant reportedAt,
        Instant controlledAt,
        Instant closedAt,
        List<PlacedIn> grids) {

    public Standing {
        grids = List.copyOf(grids);
    }

    /** The codes of the grids of every layer that hold it. */
    public List<String> gridCodes() {
        return grids.stream().map(PlacedIn::gridCode).toList();
    }
}
