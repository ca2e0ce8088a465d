package org.gridward.platform;

import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** Reads GeoJSON positions, counting them against a cap and refusing what is no longitude and latitude. */
final class Positions {

    private final int max;
    private int seen;

    Positions(int max) {
        this.max = max;
    }

    Coordinate[] list(JsonNode node, String pointer) {
        if (!node.isArray()) {
            throw GeoJson.unreadable(pointer, "there is no list of positions here");
        }
        Coordinate[] list = new Coordinate[node.size()];
        for (int i = 0; i < list.length; i++) {
            count(pointer);
            list[i] = read(node.get(i), pointer, i);
        }
        return list;
    }

    Coordinate one(JsonNode node, String pointer) {
        count(pointer);
        return read(node, pointer, -1);
    }

    private void count(String pointer) {
        if (++seen > max) {
            throw Problem.unprocessable(
                            "too-many-vertices",
                            "The shape at " + pointer + " has more than " + max
                                    + " vertices; split it or simplify it before sending.")
                    .with(pointer, Fault.count(1, max), "more than " + max + " vertices");
        }
    }

    private static Coordinate read(JsonNode node, String pointer, int index) {
        String at = index < 0 ? pointer : pointer + "/" + index;
        if (!node.isArray() || node.size() < 2 || node.size() > 4) {
            throw GeoJson.unreadable(at, "a position is [longitude, latitude], this is " + brief(node));
        }
        double lon = number(node.get(0), at, "longitude");
        double lat = number(node.get(1), at, "latitude");
        LonLatCheck.require(lon, lat, at);
        return new Coordinate(lon, lat);
    }

    private static double number(JsonNode node, String pointer, String what) {
        if (!node.isNumber()) {
            throw GeoJson.unreadable(pointer, "the " + what + " " + brief(node) + " is not a number");
        }
        return node.doubleValue();
    }

    private static String brief(JsonNode node) {
        String text = String.valueOf(node);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
