package org.gridward.mapdata.join;

import org.gridward.geodesy.Datum;

/** Writes rows as a join does, but with empty cells: what reading and writing alone cost. Thread-safe. */
final class BlockCopier implements BlockWork {

    private final byte delimiter;
    private final RowScan scan;
    private final BytePool pool;

    BlockCopier(CsvLayout layout, BytePool pool) {
        this.delimiter = layout.delimiter();
        this.scan = new RowScan(layout, Datum.WGS84, false);
        this.pool = pool;
    }

    @Override
    public JoinedBlock run(CsvBlock block) {
        RowSheet sheet = new RowSheet();
        scan.read(block, sheet);
        byte[] out = pool.take(block.length() + 3 * sheet.rows + 1);
        int o = 0;
        for (int i = 0; i < sheet.rows; i++) {
            o = CodeCells.copy(block.bytes(), sheet.from[i], sheet.to[i], out, o);
            out[o++] = delimiter;
            out[o++] = delimiter;
            out[o++] = '\n';
        }
        return new JoinedBlock(out, o, new int[sheet.rows], null);
    }
}
