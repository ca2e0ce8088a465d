package org.gridward.cooperation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * What somebody has to do by when. One of department (a code) and party (a name) is null; source is what it came of (a
 * deliberation, a mediation, a plan), or null; outcome (DONE, RELEASED), result and the ends are null until it ended; toldAt
 * until it fell due.
 *
 * @param kind DECISION, AGREEMENT, PLAN, LEADER, RECHECK or REVISIT
 */
public record JointTask(
        UUID id,
        UUID incidentId,
        String number,
        String kind,
        UUID source,
        String text,
        String department,
        String party,
        Instant due,
        String outcome,
        String result,
        String givenBy,
        Instant givenAt,
        Instant endedAt,
        String endedBy,
        Instant toldAt,
        int version) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(version);
    }
}
