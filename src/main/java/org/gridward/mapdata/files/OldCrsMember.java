package org.gridward.mapdata.files;

import org.gridward.geodesy.Crs;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Reads the member "crs" of GeoJSON before RFC 7946: {@code {"type":"name","properties":{"name":"urn:…:EPSG::4547"}}}. */
final class OldCrsMember {

    private OldCrsMember() {}

    /** The system named; null when the member is null. An unknown name is a Problem. */
    static Crs read(JsonParser parser) {
        JsonNode member = parser.readValueAsTree();
        String name = member.path("properties").path("name").asString("");
        return name.isEmpty() ? null : Crs.of(name);
    }
}
