package org.gridward.bench.locate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import org.gridward.geometry.GridLocator;
import org.gridward.platform.BinaryCopy;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads every point by COPY, locates block after block and writes the pairs by COPY on a second connection, so that both
 * of the database's processes and this one work at the same time. Memory is one block.
 *
 * <p>A row comes as PostgreSQL's manual has it ("COPY", "Binary Format"): 2 bytes number of fields, 4 bytes length, 4
 * bytes id, 4 bytes length, 25 bytes EWKB (byte order, type, reference system, x, y).
 */
final class StoredReassignment {

    private static final int BLOCK = 8_192;
    private static final int HEADER_BYTES = 19;
    private static final int ID_AT = 6;
    private static final int EWKB_AT = 14;
    private static final int X_AT = 23;
    private static final int Y_AT = 31;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final GridLocator locator;
    private final int[] ids = new int[BLOCK];
    private final int[] grids = new int[BLOCK];
    private final double[] lonLat = new double[2 * BLOCK];

    StoredReassignment(GridLocator locator) {
        this.locator = locator;
    }

    void run(Connection reading, Connection writing) throws SQLException {
        writing.setAutoCommit(false);
        PeerTables.execute(writing, "CREATE UNLOGGED TABLE public.bench_placed_copy (spot integer, grid integer)");
        CopyOut out = reading.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY public.bench_spots (id, geom) TO STDOUT (FORMAT binary)");
        try (BinaryCopy in = BinaryCopy.into(writing, "public.bench_placed_copy", "spot", "grid")) {
            int filled = 0;
            int from = HEADER_BYTES;
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                if (row.length < from + Y_AT + Double.BYTES) {
                    continue; // the trailer
                }
                VarHandle number = row[from + EWKB_AT] == 1 ? LITTLE : BIG;
                ids[filled] = (int) INT.get(row, from + ID_AT);
                lonLat[2 * filled] = (double) number.get(row, from + X_AT);
                lonLat[2 * filled + 1] = (double) number.get(row, from + Y_AT);
                from = 0;
                if (++filled == BLOCK) {
                    write(in, filled);
                    filled = 0;
                }
            }
            write(in, filled);
            in.finish();
        }
        writing.commit();
        writing.setAutoCommit(true);
    }

    private void write(BinaryCopy in, int filled) throws SQLException {
        locator.locate(lonLat, grids);
        for (int i = 0; i < filled; i++) {
            if (grids[i] != GridLocator.NONE) {
                in.row().int4(ids[i]).int4(grids[i]);
            }
        }
    }
}
