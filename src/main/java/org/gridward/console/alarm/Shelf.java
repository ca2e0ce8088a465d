package org.gridward.console.alarm;

import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * Alarms put aside for all seats.
 *
 * @param gridCode empty: in all grids
 * @param member empty: all that fit
 * @param endedBy null while it stands, empty when its time came
 */
public record Shelf(
        UUID id,
        String kind,
        String gridCode,
        String member,
        String reason,
        Instant madeAt,
        String madeBy,
        Instant until,
        Instant endedAt,
        String endedBy,
        int version) {

    /** What a console sends. */
    public record New(String kind, String gridCode, String member, String reason, Instant until) {}

    public String etag() {
        return VersionTag.of(version);
    }
}
