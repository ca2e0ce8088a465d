package org.gridward.mapdata.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Reads the records of a .shp one by one. Counts in the file are checked against the record's length before use. */
final class ShpReader {

    /** One record: a geometry or null, or what is wrong with it. */
    record Shape(Geometry geometry, String trouble, String value) {
        static Shape of(Geometry geometry) {
            return new Shape(geometry, null, "");
        }

        static Shape unfit(String trouble, Object value) {
            return new Shape(null, trouble, String.valueOf(value));
        }
    }

    private static final int FILE_CODE = 9994;
    private static final int HEADER_BYTES = 100;

    private final DataInputStream in;
    private final int maxVertices;

    ShpReader(String name, InputStream in, int maxVertices) throws IOException {
        this.in = new DataInputStream(in);
        this.maxVertices = maxVertices;
        ByteBuffer header = bytes(HEADER_BYTES);
        if (header.order(ByteOrder.BIG_ENDIAN).getInt(0) != FILE_CODE) {
            throw Problem.unreadable("not-a-shapefile", "The .shp part of " + name + " is no Shapefile.");
        }
    }

    Shape next() throws IOException {
        in.readInt(); // the record's own number: not needed, the order counts
        long length = 2L * in.readInt();
        if (length < 4) {
            throw new IOException("a record of " + length + " bytes");
        }
        if (length > 64 + 44L * maxVertices) {
            in.skipNBytes(length);
            return Shape.unfit("the shape has more than " + maxVertices + " positions", length + " bytes");
        }
        ByteBuffer body = bytes((int) length);
        int type = body.getInt(0);
        return switch (type % 10) {
            case 0 -> Shape.of(null);
            case 1 -> length < 20 ? cut(type, length) : single(body);
            case 3, 5 -> length < 44 ? cut(type, length) : parts(body, type % 10 == 5);
            case 8 -> length < 40 ? cut(type, length) : many(body);
            default -> Shape.unfit("shape type " + type + " is not read", type);
        };
    }

    private static Shape cut(int type, long length) {
        return Shape.unfit("the record is too short for its shape type", type + " in " + length + " bytes");
    }

    private Shape single(ByteBuffer body) {
        Coordinate at = position(body, 4);
        return at == null
                ? Shape.unfit("a coordinate is not finite", body.getDouble(4) + " " + body.getDouble(12))
                : Shape.of(GeoJson.FACTORY.createPoint(at));
    }

    private Shape many(ByteBuffer body) {
        int points = body.getInt(36);
        if (points < 1 || 40L + 16L * points > body.limit() || points > maxVertices) {
            return Shape.unfit("the record's number of positions does not fit its length", points);
        }
        Coordinate[] list = positions(body, 40, points);
        return list == null
                ? Shape.unfit("a coordinate is not finite", "")
                : Shape.of(GeoJson.FACTORY.createMultiPointFromCoords(list));
    }

    private Shape parts(ByteBuffer body, boolean polygon) {
        int parts = body.getInt(36);
        int points = body.getInt(40);
        if (parts < 1 || points < 1 || 44L + 4L * parts + 16L * points > body.limit()) {
            return Shape.unfit("the record's counts do not fit its length", parts + " parts, " + points + " positions");
        }
        if (points > maxVertices || parts > ShpRings.MOST_RINGS) {
            return Shape.unfit("the shape is too large", parts + " parts, " + points + " positions");
        }
        Coordinate[][] lines = new Coordinate[parts][];
        int base = 44 + 4 * parts;
        for (int i = 0; i < parts; i++) {
            int from = body.getInt(44 + 4 * i);
            int to = i + 1 < parts ? body.getInt(48 + 4 * i) : points;
            if (from < 0 || to < from || to > points) {
                return Shape.unfit("the record's parts are out of order", "part " + (i + 1));
            }
            lines[i] = positions(body, base + 16 * from, to - from);
            if (lines[i] == null) {
                return Shape.unfit("a coordinate is not finite", "part " + (i + 1));
            }
        }
        return polygon ? ShpRings.polygons(lines) : lines(lines);
    }

    private static Shape lines(Coordinate[][] parts) {
        LineString[] lines = new LineString[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].length < 2) {
                return Shape.unfit("a line has fewer than two positions", "part " + (i + 1));
            }
            lines[i] = GeoJson.FACTORY.createLineString(parts[i]);
        }
        return Shape.of(lines.length == 1 ? lines[0] : GeoJson.FACTORY.createMultiLineString(lines));
    }

    private static Coordinate[] positions(ByteBuffer body, int at, int count) {
        Coordinate[] list = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            list[i] = position(body, at + 16 * i);
            if (list[i] == null) {
                return null;
            }
        }
        return list;
    }

    private static Coordinate position(ByteBuffer body, int at) {
        double x = body.getDouble(at);
        double y = body.getDouble(at + 8);
        return Double.isFinite(x) && Double.isFinite(y) ? new Coordinate(x, y) : null;
    }

    private ByteBuffer bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
