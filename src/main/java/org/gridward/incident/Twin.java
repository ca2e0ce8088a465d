package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An incident that may be the same matter as one that is about to be reported.
 *
 * @param score 0 to 1: how likely, only to be compared with others of the same answer
 */
public record Twin(
        UUID id,
        String number,
        State state,
        String category,
        String description,
        String channel,
        Instant reportedAt,
        double lon,
        double lat,
        double distanceMeters,
        double score,
        List<Reason> reasons) {

    /** Why: a code for programs with its value (metres, hours, a place code; may be null), and the words for people. */
    public record Reason(String code, Object value, String textZh, String textEn) {}
}
