package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * One department called to an incident. The times of chasing, arriving and ending are null until then, as are onTime,
 * arrivedPerson, outcome and result.
 *
 * @param outcome DONE, NOT_OURS, HANDED_ON or CALLED_OFF
 */
public record WhistleCall(
        UUID id,
        UUID incidentId,
        String number,
        String department,
        String wanted,
        String calledBy,
        Instant calledAt,
        Instant arriveBy,
        Instant chasedAt,
        Instant arrivedAt,
        String arrivedPerson,
        Boolean onTime,
        String outcome,
        String result,
        Instant endedAt,
        int version) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }
}
