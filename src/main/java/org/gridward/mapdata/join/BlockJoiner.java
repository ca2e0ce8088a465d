package org.gridward.mapdata.join;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geometry.GridLocator;

/** Joins one block of rows: reads the two coordinates, locates all points at once, writes the rows out. */
final class BlockJoiner {

    private static final PointStanding[] STANDINGS = PointStanding.values();

    private final CsvLayout layout;
    private final LayerJoin join;
    private final Datum datum;
    private final byte[][] codes;
    private final byte[][] cells;
    private final byte[][] standingCells;
    private final int longestCell;

    BlockJoiner(CsvLayout layout, LayerJoin join, Datum datum) {
        this.layout = layout;
        this.join = join;
        this.datum = datum;
        this.codes = new byte[join.size()][];
        this.cells = new byte[join.size()][];
        int longest = 0;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = join.code(i).getBytes(StandardCharsets.UTF_8);
            cells[i] = quoted(join.code(i), (char) layout.delimiter()).getBytes(StandardCharsets.UTF_8);
            longest = Math.max(longest, cells[i].length);
        }
        this.longestCell = longest;
        this.standingCells = Arrays.stream(STANDINGS)
                .map(standing -> standing.name().getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    private static String quoted(String code, char delimiter) {
        boolean plain = code.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return plain ? code : '"' + code.replace("\"", "\"\"") + '"';
    }

    JoinedBlock join(CsvBlock block) {
        double[] lonLat = new double[2 * block.rows()];
        int[] found = new int[block.rows()];
        read(block, lonLat);
        join.locate(lonLat, found);
        return write(block, lonLat, found);
    }

    private void read(CsvBlock block, double[] lonLat) {
        CsvRows rows = layout.rows().over(block.bytes(), block.from(), block.to());
        for (int i = 0; rows.next(); i++) {
            double lon = Double.NaN;
            double lat = Double.NaN;
            if (rows.fields == layout.columns()) {
                lon = DecimalBytes.parse(block.bytes(), rows.lonFrom, rows.lonTo);
                lat = DecimalBytes.parse(block.bytes(), rows.latFrom, rows.latTo);
            }
            if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
                lon = Double.NaN;
                lat = Double.NaN;
            } else if (datum != Datum.WGS84) {
                LonLat moved = datum.toWgs84(lon, lat);
                lon = moved.lon();
                lat = moved.lat();
            }
            lonLat[2 * i] = lon;
            lonLat[2 * i + 1] = lat;
        }
    }

    private JoinedBlock write(CsvBlock block, double[] lonLat, int[] found) {
        int[] standings = new int[STANDINGS.length];
        byte[] out = new byte[room(block)];
        byte[] lines = new byte[found.length * (21 + longestCell)];
        int o = 0;
        int l = 0;
        CsvRows rows = layout.rows().over(block.bytes(), block.from(), block.to());
        for (int i = 0; rows.next(); i++) {
            int index = found[i];
            PointStanding standing = join.standing(index, lonLat[2 * i], lonLat[2 * i + 1]);
            standings[standing.ordinal()]++;
            int length = rows.end - rows.start;
            System.arraycopy(block.bytes(), rows.start, out, o, length);
            o += length;
            if (rows.open) {
                out[o++] = '"';
            }
            for (int missing = rows.fields; missing < layout.columns(); missing++) {
                out[o++] = layout.delimiter();
            }
            out[o++] = layout.delimiter();
            l = digits(lines, l, block.firstRow() + i);
            lines[l++] = ',';
            if (index != GridLocator.NONE) {
                System.arraycopy(cells[index], 0, out, o, cells[index].length);
                o += cells[index].length;
                System.arraycopy(codes[index], 0, lines, l, codes[index].length);
                l += codes[index].length;
            }
            lines[l++] = '\n';
            out[o++] = layout.delimiter();
            byte[] cell = standingCells[standing.ordinal()];
            System.arraycopy(cell, 0, out, o, cell.length);
            o += cell.length;
            out[o++] = '\n';
        }
        return new JoinedBlock(out, o, lines, l, standings);
    }

    private int room(CsvBlock block) {
        return block.to() - block.from() + block.rows() * (longestCell + 12 + layout.columns()) + 1;
    }

    private static int digits(byte[] into, int at, long number) {
        int size = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            size++;
        }
        long rest = number;
        for (int i = at + size - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + size;
    }
}
