package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signal that this room listens for: deadlines of many incidents were reached and told. Their timelines get a row each, in
 * the transaction that tells them.
 */
public interface DeadlinesReached {

    /** The word is DEADLINE_WARNED or DEADLINE_PASSED; kind and due are the deadline's. */
    record Reached(UUID incidentId, String word, Instant at, String kind, Instant due) {}

    List<Reached> reached();
}
