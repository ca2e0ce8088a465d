package org.gridward.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/** An order as the list shows it; reason and content are JSON as stored, incident is null until it is filed. */
public record HeldOrder(
        UUID id,
        String source,
        String number,
        String file,
        long row,
        Instant receivedAt,
        OrderOutcome outcome,
        @JsonRawValue String reason,
        @JsonRawValue String content,
        UUID incident,
        Instant settledAt,
        String settledBy,
        String note) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(VersionTag.once(outcome != OrderOutcome.HELD));
    }
}
