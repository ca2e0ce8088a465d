package org.gridward.place.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.place.HeldBy;
import org.gridward.place.Place;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Coordinate;

/** The two JSON forms of places: plain members, and GeoJSON features. */
final class PlaceJson {

    private PlaceJson() {}

    static Map<String, Object> item(Place place, List<HeldBy> grids) {
        Map<String, Object> item = members(place, grids);
        item.put("lon", place.lon());
        item.put("lat", place.lat());
        return item;
    }

    static Map<String, Object> feature(Place place, List<HeldBy> grids) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", place.code());
        feature.put("geometry", GeoJson.toMap(GeoJson.FACTORY.createPoint(new Coordinate(place.lon(), place.lat()))));
        feature.put("properties", members(place, grids));
        return feature;
    }

    private static Map<String, Object> members(Place place, List<HeldBy> grids) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", place.code());
        members.put("kind", place.kind());
        members.put("nameZh", place.nameZh());
        members.put("nameEn", place.nameEn());
        members.put("attributes", place.attributes());
        members.put("raw", place.raw());
        members.put("grids", grids);
        members.put("version", place.version());
        members.put("createdAt", place.createdAt());
        members.put("updatedAt", place.updatedAt());
        return members;
    }
}
