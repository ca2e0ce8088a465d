package org.gridward.place;

import java.util.Map;

/**
 * A place to be stored.
 *
 * @param code unique name of the place, 1 to 80 characters
 * @param kind a code of {@code place.kinds}, such as {@code shop} or {@code lamp-post}
 * @param nameZh Chinese name, may be empty
 * @param nameEn Latin-script name, may be empty
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param attributes free attributes; read by the lookups: token, lampPost, address, street, number, estate, building
 */
public record NewPlace(
        String code,
        String kind,
        String nameZh,
        String nameEn,
        double lon,
        double lat,
        Map<String, Object> attributes) {

    public NewPlace {
        nameZh = nameZh == null ? "" : nameZh;
        nameEn = nameEn == null ? "" : nameEn;
        attributes = attributes == null ? Map.of() : attributes;
    }
}
