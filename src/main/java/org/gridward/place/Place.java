package org.gridward.place;

import java.time.Instant;
import java.util.Map;
import org.gridward.geodesy.RawPosition;

/** A stored place; {@code version} grows with each change and is the ETag of the place. Degrees are WGS 84;
 * {@code raw} is the position as it came in, null where it was drawn here. */
public record Place(
        String code,
        String kind,
        String nameZh,
        String nameEn,
        double lon,
        double lat,
        Map<String, Object> attributes,
        Instant createdAt,
        Instant updatedAt,
        long version,
        RawPosition raw) {}
