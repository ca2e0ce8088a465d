package org.gridward.console.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * One change of shifts.
 *
 * @param going who wrote and so signed it
 * @param coming who signed it since; null: nobody yet
 * @param figures what was counted when it was written
 */
public record Handover(
        UUID id,
        Instant began,
        Instant taken,
        String going,
        String note,
        Map<String, Object> figures,
        String coming,
        Instant signedAt,
        int version) {

    /** What a console sends: since when, a note to the next shift, the voids that open in the next hours as it saw them. */
    public record New(Instant since, String note, List<Map<String, Object>> voidsAhead) {}

    public String etag() {
        return VersionTag.of(version);
    }
}
