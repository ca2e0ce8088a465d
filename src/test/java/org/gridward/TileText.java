package org.gridward;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads a Mapbox Vector Tile 2.1 as its specification words it, for tests; polygons come out as one even-odd area. */
public final class TileText {

    /** One feature: its properties, and its rings or points in tile units. */
    public record Feature(Map<String, Object> properties, List<List<Coordinate>> parts) {

        /** The area that the rings enclose, holes cut out. */
        public Geometry area() {
            GeometryFactory shapes = new GeometryFactory();
            Geometry area = shapes.createPolygon();
            for (List<Coordinate> ring : parts) {
                area = area.symDifference(shapes.createPolygon(ring.toArray(Coordinate[]::new)));
            }
            return area;
        }
    }

    /** One layer. */
    public record Layer(int extent, List<Feature> features) {}

    private final ByteBuffer in;

    private TileText(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    public static Map<String, Layer> read(byte[] tile) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        TileText text = new TileText(ByteBuffer.wrap(tile));
        while (text.in.hasRemaining()) {
            text.varint();
            text.part().layer(layers);
        }
        return layers;
    }

    private void layer(Map<String, Layer> layers) {
        String name = "";
        int extent = 4096;
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<TileText> raw = new ArrayList<>();
        while (in.hasRemaining()) {
            switch ((int) varint()) {
                case 1 << 3 | 2 -> name = part().string();
                case 2 << 3 | 2 -> raw.add(part());
                case 3 << 3 | 2 -> keys.add(part().string());
                case 4 << 3 | 2 -> values.add(part().value());
                case 5 << 3 -> extent = (int) varint();
                default -> varint();
            }
        }
        layers.put(
                name,
                new Layer(
                        extent,
                        raw.stream().map(one -> one.feature(keys, values)).toList()));
    }

    private Feature feature(List<String> keys, List<Object> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<List<Coordinate>> parts = new ArrayList<>();
        while (in.hasRemaining()) {
            switch ((int) varint()) {
                case 2 << 3 | 2 -> {
                    TileText tags = part();
                    while (tags.in.hasRemaining()) {
                        properties.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
                    }
                }
                case 4 << 3 | 2 -> part().geometry(parts);
                default -> varint();
            }
        }
        return new Feature(properties, parts);
    }

    private void geometry(List<List<Coordinate>> parts) {
        int x = 0;
        int y = 0;
        while (in.hasRemaining()) {
            int command = (int) varint();
            for (int left = command >> 3; left > 0; left--) {
                List<Coordinate> last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
                if ((command & 7) == 7) {
                    last.add(last.get(0).copy());
                    continue;
                }
                x += zigzag(varint());
                y += zigzag(varint());
                if ((command & 7) == 1) {
                    last = new ArrayList<>();
                    parts.add(last);
                }
                last.add(new Coordinate(x, y));
            }
        }
    }

    private Object value() {
        int tag = (int) varint();
        return switch (tag >> 3) {
            case 1 -> part().string();
            case 2 -> in.getFloat();
            case 3 -> in.getDouble();
            case 6 -> (long) zigzag(varint());
            default -> varint();
        };
    }

    private TileText part() {
        int length = (int) varint();
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new TileText(part);
    }

    private String string() {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static int zigzag(long value) {
        return (int) (value >>> 1) ^ -(int) (value & 1);
    }
}
