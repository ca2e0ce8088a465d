package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridward.geodesy.Datum;

/** Reads a file that was located, or is to be, point by point: where each lies and, if located, which code it was given. */
public final class LocatedRows {

    private static final int BLOCK_ROWS = 20_000;

    /** Takes the points block by block. */
    public interface Taker {

        /**
         * @param lonLat longitude and latitude in turn, WGS 84; NaN for what is no position
         * @param codes as the file says, empty for no grid; null when the file was not located
         */
        void accept(double[] lonLat, List<String> codes) throws IOException;
    }

    private final Taker taker;
    private final List<String> codes = new ArrayList<>();
    private double[] lonLat = new double[2 * BLOCK_ROWS];
    private int rows;
    private boolean located = true;

    private LocatedRows(Taker taker) {
        this.taker = taker;
    }

    /** Reads a CSV; what {@code locate} adds are its last two columns. */
    public static void ofCsv(InputStream in, CsvJoin.Columns columns, Taker taker) throws IOException {
        LocatedRows read = new LocatedRows(taker);
        CsvLayout layout = CsvLayout.read(in, columns.lon(), columns.lat());
        read.located = layout.isLocated();
        CsvBlocks blocks = new CsvBlocks(in, layout.rest(), layout.delimiter(), new BytePool(1));
        RowScan scan = new RowScan(layout, columns.datum(), true);
        RowSheet sheet = new RowSheet();
        CsvRows walk = layout.rows();
        for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
            scan.read(block, sheet);
            walk.over(block.bytes(), 0, block.length());
            for (int i = 0; i < sheet.rows; i++) {
                walk.next();
                String code = new String(
                                block.bytes(), walk.beforeFrom, walk.beforeTo - walk.beforeFrom, StandardCharsets.UTF_8)
                        .replace("\"\"", "\"");
                read.add(sheet.lonLat[2 * i], sheet.lonLat[2 * i + 1], read.located ? code : null);
            }
        }
        read.pass();
    }

    /** Reads GeoJSON; a code is the property {@code grid_code}. */
    public static void ofGeoJson(InputStream in, Datum datum, Taker taker) throws IOException {
        LocatedRows read = new LocatedRows(taker);
        GeoJsonJoin.points(in, datum, (at, code) -> {
            read.located = code.isPresent();
            read.add(at.lon(), at.lat(), code.orElse(null));
        });
        read.pass();
    }

    private void add(double lon, double lat, String code) throws IOException {
        lonLat[2 * rows] = lon;
        lonLat[2 * rows + 1] = lat;
        rows++;
        codes.add(code);
        if (rows == BLOCK_ROWS) {
            pass();
        }
    }

    private void pass() throws IOException {
        if (rows > 0) {
            taker.accept(Arrays.copyOf(lonLat, 2 * rows), located ? List.copyOf(codes) : null);
        }
        rows = 0;
        codes.clear();
    }
}
