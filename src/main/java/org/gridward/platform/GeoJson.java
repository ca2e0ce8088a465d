package org.gridward.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes GeoJSON geometry (RFC 7946), lon/lat in degrees. Reading checks each number (finite, in range), counts
 * vertices against a cap and refuses collections; it does not check validity, which the topology gate does with a place.
 */
public final class GeoJson {

    /** SRID 4326, double precision: the one factory of stored shapes. */
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private GeoJson() {}

    /**
     * A geometry from its JSON object.
     *
     * @param pointer JSON pointer of the object, for the messages
     * @param maxVertices cap on the number of positions
     * @throws Problem 400 or 422 naming the pointer, the value and what to try
     */
    public static Geometry read(JsonNode node, String pointer, int maxVertices) {
        if (node == null || !node.isObject()) {
            throw unreadable(pointer, "there is no geometry object here");
        }
        String type = node.path("type").asString("");
        JsonNode coordinates = node.path("coordinates");
        Positions positions = new Positions(maxVertices);
        return switch (type) {
            case "Point" -> FACTORY.createPoint(positions.one(coordinates, pointer + "/coordinates"));
            case "LineString" -> line(coordinates, pointer + "/coordinates", positions);
            case "Polygon" -> polygon(coordinates, pointer + "/coordinates", positions);
            case "MultiPolygon" -> multiPolygon(coordinates, pointer + "/coordinates", positions);
            case "GeometryCollection" ->
                throw Problem.unprocessable(
                                "geometry-collection",
                                "A GeometryCollection is not accepted; send one Polygon or MultiPolygon.")
                        .with(pointer, Fault.SHAPE, "GeometryCollection");
            default ->
                throw unreadable(
                        pointer,
                        "the geometry type '" + type + "' is not one of Point, LineString, Polygon, MultiPolygon");
        };
    }

    private static LineString line(JsonNode node, String pointer, Positions positions) {
        Coordinate[] list = positions.list(node, pointer);
        if (list.length < 2) {
            throw unreadable(pointer, "a LineString needs at least two positions");
        }
        return FACTORY.createLineString(list);
    }

    private static Polygon polygon(JsonNode node, String pointer, Positions positions) {
        if (!node.isArray()) {
            throw unreadable(pointer, "a Polygon needs a list of rings");
        }
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            rings.add(ring(node.get(i), pointer + "/" + i, positions));
        }
        if (rings.isEmpty()) {
            return FACTORY.createPolygon();
        }
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode node, String pointer, Positions positions) {
        Coordinate[] list = positions.list(node, pointer);
        if (list.length < 4) {
            throw unreadable(pointer, "a ring needs at least four positions, this one has " + list.length);
        }
        if (!list[0].equals2D(list[list.length - 1])) {
            throw unreadable(pointer, "the ring is not closed; repeat its first position at its end");
        }
        return FACTORY.createLinearRing(list);
    }

    private static Geometry multiPolygon(JsonNode node, String pointer, Positions positions) {
        if (!node.isArray()) {
            throw unreadable(pointer, "a MultiPolygon needs a list of polygons");
        }
        Polygon[] parts = new Polygon[node.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = polygon(node.get(i), pointer + "/" + i, positions);
        }
        return FACTORY.createMultiPolygon(parts);
    }

    static Problem unreadable(String pointer, String message) {
        return Problem.unreadable("unreadable-geometry", "At " + pointer + ": " + message + ".")
                .with(pointer, Fault.SHAPE, message);
    }

    /** The geometry as a map ready for JSON. */
    public static Map<String, Object> toMap(Geometry geometry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", geometry.getGeometryType());
        if (geometry instanceof Point point) {
            map.put("coordinates", point.isEmpty() ? List.of() : position(point.getCoordinate()));
        } else if (geometry instanceof LineString line) {
            map.put("type", "LineString");
            map.put("coordinates", positions(line));
        } else if (geometry instanceof Polygon polygon) {
            map.put("coordinates", rings(polygon));
        } else {
            boolean mixed = geometry.getGeometryType().equals("GeometryCollection");
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Map<String, Object> part = toMap(geometry.getGeometryN(i));
                parts.add(mixed ? part : part.get("coordinates"));
            }
            map.put(mixed ? "geometries" : "coordinates", parts);
        }
        return map;
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        if (polygon.isEmpty()) {
            return rings;
        }
        rings.add(positions(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<double[]> positions(LineString line) {
        List<double[]> list = new ArrayList<>(line.getNumPoints());
        for (int i = 0; i < line.getNumPoints(); i++) {
            list.add(position(line.getCoordinateN(i)));
        }
        return list;
    }

    private static double[] position(Coordinate coordinate) {
        return new double[] {coordinate.x, coordinate.y};
    }
}
