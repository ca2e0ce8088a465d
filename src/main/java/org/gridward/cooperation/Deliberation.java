package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * One matter talked over. The publication is null until it hangs out, outcome (AGREED, DECIDED, FAILED), result and closedAt
 * until it is over.
 *
 * @param parties JSON: those who are to agree, each with code and name
 * @param stepsDone how many steps of the template are done, in order
 */
public record Deliberation(
        UUID id,
        UUID incidentId,
        String number,
        String template,
        int templateVersion,
        String subject,
        @JsonRawValue String parties,
        String openedBy,
        Instant openedAt,
        int stepsDone,
        Instant publishedAt,
        String publishedWhere,
        Instant publishUntil,
        String outcome,
        String result,
        Instant closedAt,
        int version) {

    /** One of those who are to agree; the code is short, such as A. */
    public record Party(String code, String name) {}

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }
}
