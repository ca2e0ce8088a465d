package org.gridward.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.VersionTag;

/**
 * A measured danger: value and unit, what it means (tier, colour), whether it is hidden from the way, the ground to keep away
 * from as GeoJSON. checkDue is null where no engineer need look; checkedAt, checkedBy, safe and result until one has.
 */
public record Hazard(
        UUID id,
        String measure,
        double value,
        String unit,
        int tier,
        String colour,
        boolean hidden,
        Map<String, Object> zone,
        String note,
        String notedBy,
        Instant notedAt,
        Instant checkDue,
        Instant checkedAt,
        String checkedBy,
        Boolean safe,
        String result) {

    @JsonProperty
    public String etag() {
        return VersionTag.of(VersionTag.once(checkedAt != null));
    }
}
