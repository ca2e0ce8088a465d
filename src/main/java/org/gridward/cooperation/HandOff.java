package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * An incident in the hands of a body outside. restoredAt, cause and object (what was mended) are null until it works again;
 * posts is JSON: at, text, expectedBy, by.
 */
public record HandOff(
        UUID id,
        UUID incidentId,
        String number,
        String department,
        String reference,
        String note,
        boolean pauses,
        String handedBy,
        Instant handedAt,
        Instant expectedBy,
        Instant restoredAt,
        String cause,
        String object,
        int version,
        @JsonRawValue String posts) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }

    /** Hand an incident to a body outside; handedAt null: now; pauses null: by the policy of that body. */
    public record Handing(
            String department, String reference, String note, Instant handedAt, Instant expectedBy, Boolean pauses) {}

    /** How it goes on; expectedBy null: as before. */
    public record Post(String text, Instant expectedBy) {}

    /** It works again; restoredAt null: now. */
    public record Restoration(Instant restoredAt, String cause, String object) {}
}
