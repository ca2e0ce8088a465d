package org.gridward.place;

import java.time.Instant;
import java.util.Map;

/** A stored place; {@code version} grows with each change and is the ETag of the place. Degrees are WGS 84. */
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
        long version) {}
