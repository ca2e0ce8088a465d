package org.gridward.mapdata.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Writes the bytes of small Shapefiles for tests: polygons given as rings of x,y pairs, and text columns. */
final class ShapefileWriter {

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final List<String[]> table = new ArrayList<>();
    private final String[] columns;
    private int count;

    ShapefileWriter(String... columns) {
        this.columns = columns;
    }

    ShapefileWriter polygon(double[][] rings, String... values) {
        int points = 0;
        for (double[] ring : rings) {
            points += ring.length / 2;
        }
        ByteBuffer body =
                ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(5)
                .putDouble(0)
                .putDouble(0)
                .putDouble(0)
                .putDouble(0)
                .putInt(rings.length)
                .putInt(points);
        int from = 0;
        for (double[] ring : rings) {
            body.putInt(from);
            from += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double ordinate : ring) {
                body.putDouble(ordinate);
            }
        }
        return raw(body.array(), values);
    }

    ShapefileWriter raw(byte[] body, String... values) {
        records.writeBytes(
                ByteBuffer.allocate(8).putInt(++count).putInt(body.length / 2).array());
        records.writeBytes(body);
        table.add(values);
        return this;
    }

    byte[] shp() {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(9994).putInt(24, 50 + records.size() / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header.array());
        all.writeBytes(records.toByteArray());
        return all.toByteArray();
    }

    byte[] dbf(Charset charset) {
        int width = 20;
        ByteBuffer out = ByteBuffer.allocate(33 + 32 * columns.length + table.size() * (1 + width * columns.length));
        out.order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 3)
                .put((byte) 126)
                .put((byte) 1)
                .put((byte) 1);
        out.putInt(table.size()).putShort((short) (33 + 32 * columns.length));
        out.putShort((short) (1 + width * columns.length)).position(32);
        for (String column : columns) {
            byte[] name = column.getBytes(charset);
            out.put(name).position(out.position() + 11 - name.length);
            out.put((byte) 'C').position(out.position() + 4);
            out.put((byte) width).position(out.position() + 15);
        }
        out.put((byte) 0x0D);
        for (String[] values : table) {
            out.put((byte) ' ');
            for (String value : values) {
                byte[] text = java.util.Arrays.copyOf(value.getBytes(charset), width);
                for (int i = value.getBytes(charset).length; i < width; i++) {
                    text[i] = ' ';
                }
                out.put(text);
            }
        }
        return out.array();
    }
}
