package org.gridward.bench.locate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** The peer's tables in PostGIS: grids by their index, points by theirs, the index its best join wants, fresh statistics. */
final class PeerTables {

    private static final int WGS84_SRID = 4326;

    private PeerTables() {}

    static void load(Connection connection, List<GridShape> sorted, double[] lonLat) throws SQLException {
        execute(connection, Sql.of("bench/make_spots"));
        connection.setAutoCommit(false);
        try (BinaryCopy rows = BinaryCopy.into(connection, "public.bench_layer", "id", "geom")) {
            for (int i = 0; i < sorted.size(); i++) {
                rows.row().int4(i).bytes(wkb(sorted.get(i).polygon()));
            }
            rows.finish();
        }
        try (BinaryCopy rows = BinaryCopy.into(connection, "public.bench_spots", "id", "geom")) {
            for (int i = 0; i < lonLat.length; i += 2) {
                rows.row().int4(i / 2).point(lonLat[i], lonLat[i + 1]);
            }
            rows.finish();
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, Sql.of("bench/index_spots"));
        execute(connection, "VACUUM ANALYZE public.bench_layer");
        execute(connection, "VACUUM ANALYZE public.bench_spots");
        execute(connection, "SET max_parallel_workers_per_gather = 0");
    }

    /** Extended WKB with the reference system, which PostGIS takes as it is. */
    static byte[] wkb(Geometry polygon) {
        Geometry copy = polygon.copy();
        copy.setSRID(WGS84_SRID);
        return new WKBWriter(2, true).write(copy);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The join's answer for every point: the lowest index, or {@link GridLocator#NONE}. */
    static int[] placed(Connection connection, int count) throws SQLException {
        int[] placed = new int[count];
        Arrays.fill(placed, GridLocator.NONE);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.of("bench/list_placed_spots"))) {
            while (rows.next()) {
                placed[rows.getInt(1)] = rows.getInt(2);
            }
        }
        return placed;
    }
}
