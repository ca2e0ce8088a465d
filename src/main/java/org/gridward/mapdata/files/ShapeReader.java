package org.gridward.mapdata.files;

import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one GeoJSON geometry token by token. Positions are counted while they are read, so a shape past the cap is never
 * held; what is wrong is kept as trouble, value and remedy while the rest of the object is skipped.
 */
final class ShapeReader {

    private static final class Unfit extends RuntimeException {
        private final String value;
        private final String remedy;

        Unfit(String trouble, String value, String remedy) {
            super(trouble, null, false, false);
            this.value = value;
            this.remedy = remedy;
        }
    }

    private final JsonParser parser;
    private final int maxVertices;
    private int vertices;
    private Geometry shape;
    private Unfit unfit;

    ShapeReader(JsonParser parser, int maxVertices) {
        this.parser = parser;
        this.maxVertices = maxVertices;
    }

    Geometry shape() {
        return shape;
    }

    String trouble() {
        return unfit == null ? null : unfit.getMessage();
    }

    String value() {
        return unfit.value;
    }

    String remedy() {
        return unfit.remedy;
    }

    /** Reads from the geometry's first token to its last, whatever is wrong in between. */
    void read() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            unfit = new Unfit("the geometry is no object", parser.getString(), "write a GeoJSON geometry or null");
            parser.skipChildren();
            return;
        }
        int depth = parser.streamReadContext().getNestingDepth();
        try {
            readObject();
        } catch (Unfit e) {
            unfit = e;
            while (parser.streamReadContext().getNestingDepth() >= depth) {
                parser.nextToken();
            }
        }
    }

    private void readObject() {
        String type = "";
        Object coordinates = null;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type")) {
                type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                parser.skipChildren();
            } else if (name.equals("coordinates")) {
                coordinates = nested();
            } else if (name.equals("geometries")) {
                throw collection();
            } else {
                parser.skipChildren();
            }
        }
        shape = build(type, coordinates);
    }

    private static Unfit collection() {
        return new Unfit(
                "a GeometryCollection is not accepted",
                "GeometryCollection",
                "send one Point, LineString, Polygon or MultiPolygon a record");
    }

    /** A position as Coordinate, or a list of such things, as deep as the text has it (the parser caps the depth). */
    private Object nested() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Unfit("the coordinates are no list", parser.getString(), "write [longitude, latitude]");
        }
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_ARRAY) {
            return token == JsonToken.END_ARRAY ? List.of() : position();
        }
        List<Object> list = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(nested());
        }
        return list;
    }

    private Coordinate position() {
        if (++vertices > maxVertices) {
            throw new Unfit(
                    "the shape has more than " + maxVertices + " positions",
                    "",
                    "simplify it together with its neighbours, or split it");
        }
        double[] xy = new double[2];
        int ordinates = 0;
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!token.isNumeric()) {
                throw new Unfit("a coordinate is no number", parser.getString(), "write numbers without quotes");
            }
            double ordinate = parser.getDoubleValue();
            if (!Double.isFinite(ordinate)) {
                throw new Unfit("a coordinate is not finite", parser.getString(), "write a finite number");
            }
            if (ordinates < 2) {
                xy[ordinates] = ordinate;
            }
            ordinates++;
        }
        if (ordinates < 2 || ordinates > 4) {
            throw new Unfit("a position has " + ordinates + " numbers", "", "write [longitude, latitude]");
        }
        return new Coordinate(xy[0], xy[1]);
    }

    private static Geometry build(String type, Object coordinates) {
        if (coordinates == null && !type.equals("GeometryCollection")) {
            throw new Unfit("the geometry has no coordinates", type, "add the member coordinates");
        }
        return switch (type) {
            case "Point" -> point(coordinates);
            case "MultiPoint" ->
                GeoJson.FACTORY.createMultiPoint(
                        list(coordinates).stream().map(ShapeReader::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                GeoJson.FACTORY.createMultiLineString(
                        list(coordinates).stream().map(ShapeReader::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                GeoJson.FACTORY.createMultiPolygon(
                        list(coordinates).stream().map(ShapeReader::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" -> throw collection();
            default -> throw new Unfit("the geometry type is not known", type, "write Polygon, MultiPolygon, Point, …");
        };
    }

    private static List<?> list(Object coordinates) {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw new Unfit(
                "the coordinates are not nested deeply enough for the type", "", "compare the type with its lists");
    }

    private static Point point(Object coordinates) {
        if (coordinates instanceof Coordinate one) {
            return GeoJson.FACTORY.createPoint(one);
        }
        throw new Unfit("a Point is not one position", "", "write [longitude, latitude]");
    }

    private static Coordinate[] positions(Object coordinates) {
        List<?> list = list(coordinates);
        Coordinate[] positions = new Coordinate[list.size()];
        for (int i = 0; i < positions.length; i++) {
            if (!(list.get(i) instanceof Coordinate one)) {
                throw new Unfit(
                        "the coordinates are nested too deeply for the type", "", "compare the type with its lists");
            }
            positions[i] = one;
        }
        return positions;
    }

    private static LineString line(Object coordinates) {
        Coordinate[] positions = positions(coordinates);
        if (positions.length < 2) {
            throw new Unfit("a line has fewer than two positions", "", "add positions or remove the line");
        }
        return GeoJson.FACTORY.createLineString(positions);
    }

    private static Polygon polygon(Object coordinates) {
        List<?> list = list(coordinates);
        if (list.isEmpty()) {
            throw new Unfit("the polygon is empty", "[]", "give it a ring, or remove the record");
        }
        LinearRing[] rings = list.stream().map(ShapeReader::ring).toArray(LinearRing[]::new);
        LinearRing[] holes = java.util.Arrays.copyOfRange(rings, 1, rings.length);
        return GeoJson.FACTORY.createPolygon(rings[0], holes);
    }

    private static LinearRing ring(Object coordinates) {
        Coordinate[] positions = positions(coordinates);
        if (positions.length < 4) {
            throw new Unfit("a ring has " + positions.length + " positions", "", "a ring needs at least four");
        }
        Coordinate first = positions[0];
        if (!first.equals2D(positions[positions.length - 1])) {
            throw new Unfit(
                    "a ring is not closed",
                    "[" + first.x + "," + first.y + "]",
                    "repeat its first position at its end");
        }
        return GeoJson.FACTORY.createLinearRing(positions);
    }
}
