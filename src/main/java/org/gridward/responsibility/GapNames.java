package org.gridward.responsibility;

import java.time.Instant;
import java.util.Optional;

/** A question that this room asks whoever keeps the register of gaps and overlaps: the id of the face that holds a spot. */
public interface GapNames {

    /**
     * The id of the gap or overlap of the layer at that time, as known then; empty where the register had none (yet).
     *
     * @param knownAt null: as known now
     */
    Optional<String> gap(String layer, double lon, double lat, Instant at, Instant knownAt);
}
