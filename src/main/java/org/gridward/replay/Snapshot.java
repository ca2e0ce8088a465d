package org.gridward.replay;

import java.time.Instant;
import java.util.List;

/**
 * What stood at a second.
 *
 * @param settled whether every change that had begun by then is over, so that the answer stays what it is
 * @param recordedSince a second before this is shown from the timelines alone
 * @param rosterKnownAt as of when to ask for the roster of that second
 */
public record Snapshot(
        Instant at,
        Instant now,
        boolean settled,
        Instant recordedSince,
        Instant rosterKnownAt,
        List<EditionThen> editions,
        List<PastCase> cases,
        List<PastUnit> units) {

    /**
     * The edition of a layer that was in force.
     *
     * @param edition null before the first one
     * @param knownAt as of when to ask for its grids: the second itself, or when the register first knew the layer
     * @param firstFrom when the first edition of the layer began
     */
    public record EditionThen(String layer, String edition, Instant knownAt, Instant firstFrom) {}
}
