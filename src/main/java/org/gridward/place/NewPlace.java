package org.gridward.place;

import java.util.Map;
import org.gridward.geodesy.RawPosition;

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
 * @param raw the position as it came in; null where it was drawn here
 */
public record NewPlace(
        String code,
        String kind,
        String nameZh,
        String nameEn,
        double lon,
        double lat,
        Map<String, Object> attributes,
        RawPosition raw) {

    public NewPlace {
        nameZh = nameZh == null ? "" : nameZh;
        nameEn = nameEn == null ? "" : nameEn;
        attributes = attributes == null ? Map.of() : attributes;
    }

    /** A place drawn here, in WGS 84 from the start. */
    public NewPlace(
            String code,
            String kind,
            String nameZh,
            String nameEn,
            double lon,
            double lat,
            Map<String, Object> attributes) {
        this(code, kind, nameZh, nameEn, lon, lat, attributes, null);
    }
}
