package org.gridward.mapdata.join;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gridward.geodesy.Datum;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.PointStanding;

/** Joins one block of rows: reads the coordinates, locates all points at once, writes the rows out. Thread-safe. */
final class BlockJoiner implements BlockWork {

    private static final PointStanding[] STANDINGS = PointStanding.values();
    private static final int LONGEST_STANDING = 10;

    private final CsvLayout layout;
    private final RowScan scan;
    private final LayerJoin join;
    private final CodeCells codes;
    private final BytePool pool;
    private final byte[][] endings;
    private final Queue<RowSheet> sheets = new ConcurrentLinkedQueue<>();

    BlockJoiner(CsvLayout layout, LayerJoin join, Datum datum, CodeCells codes, BytePool pool) {
        this.layout = layout;
        this.scan = new RowScan(layout, datum, true);
        this.join = join;
        this.codes = codes;
        this.pool = pool;
        this.endings = Arrays.stream(STANDINGS)
                .map(standing ->
                        ((char) layout.delimiter() + standing.name() + '\n').getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    @Override
    public JoinedBlock run(CsvBlock block) {
        RowSheet free = sheets.poll();
        RowSheet sheet = free != null ? free : new RowSheet();
        scan.read(block, sheet);
        int[] found = new int[sheet.rows];
        double[] lonLat =
                sheet.lonLat.length == 2 * sheet.rows ? sheet.lonLat : Arrays.copyOf(sheet.lonLat, 2 * sheet.rows);
        join.locate(lonLat, found);
        JoinedBlock joined = write(block.bytes(), sheet, lonLat, found);
        sheets.add(sheet);
        return joined;
    }

    private JoinedBlock write(byte[] bytes, RowSheet sheet, double[] lonLat, int[] found) {
        int[] standings = new int[STANDINGS.length];
        byte[] out = pool.take(room(sheet));
        byte delimiter = layout.delimiter();
        int o = 0;
        for (int i = 0; i < found.length; i++) {
            int index = found[i];
            PointStanding standing = join.standing(index, lonLat[2 * i], lonLat[2 * i + 1]);
            standings[standing.ordinal()]++;
            o = CodeCells.copy(bytes, sheet.from[i], sheet.to[i], out, o);
            if (sheet.lastIsOpen && i == found.length - 1) {
                out[o++] = '"';
            }
            for (int missing = sheet.lacking[i]; missing > 0; missing--) {
                out[o++] = delimiter;
            }
            out[o++] = delimiter;
            if (index != GridLocator.NONE) {
                o = codes.cell(index, out, o);
            }
            byte[] ending = endings[standing.ordinal()];
            o = CodeCells.copy(ending, 0, ending.length, out, o);
        }
        return new JoinedBlock(out, o, found, standings);
    }

    private int room(RowSheet sheet) {
        int last = sheet.rows == 0 ? 0 : sheet.to[sheet.rows - 1];
        return last + sheet.rows * (codes.longest() + LONGEST_STANDING + layout.columns()) + 1;
    }
}
