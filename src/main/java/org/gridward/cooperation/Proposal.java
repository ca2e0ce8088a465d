package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One version of an agreement. It binds from signedAt on (null until every party has signed).
 *
 * @param items JSON: what is to be done, by whom, by when
 * @param signatures JSON: party, person, signedAt of each who signed
 */
public record Proposal(
        UUID id,
        UUID deliberationId,
        int ordinal,
        String text,
        @JsonRawValue String items,
        String proposedBy,
        Instant proposedAt,
        Instant signedAt,
        @JsonRawValue String signatures) {

    /** A new version: its text and its items, each a task of somebody once it binds. */
    public record Draft(String text, List<GiveTask> items) {

        public Draft {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A party signs, by this person. */
    public record Signing(String party, String person) {}
}
