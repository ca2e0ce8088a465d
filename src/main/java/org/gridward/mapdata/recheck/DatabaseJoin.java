package org.gridward.mapdata.recheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins points with the stored shapes of an edition in PostGIS. */
@Component
class DatabaseJoin {

    /** For each point the codes of all grids that hold it, sorted; empty for none. And whether a wider layer holds it. */
    record Held(List<List<String>> codes, boolean[] inWider) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DatabaseJoin(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Joins the points of one block; those that are NaN are held by nothing. */
    Held join(double[] lonLat, UUID edition, List<UUID> wider) {
        return transaction.execute(status ->
                jdbc.execute((ConnectionCallback<Held>) connection -> join(connection, lonLat, edition, wider)));
    }

    private static Held join(Connection connection, double[] lonLat, UUID edition, List<UUID> wider)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Sql.of("mapdata/make_recheck_points"));
        }
        int count = lonLat.length / 2;
        try (BinaryCopy rows = BinaryCopy.into(connection, "recheck_points", "id", "geom")) {
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(lonLat[2 * i])) {
                    rows.row().int4(i).point(lonLat[2 * i], lonLat[2 * i + 1]);
                }
            }
            rows.finish();
        }
        List<List<String>> codes = new ArrayList<>(Collections.nCopies(count, List.of()));
        boolean[] inWider = new boolean[count];
        try (PreparedStatement statement = connection.prepareStatement(Sql.of("mapdata/join_recheck_points"))) {
            statement.setArray(1, connection.createArrayOf("uuid", wider.toArray()));
            statement.setObject(2, edition);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int id = row.getInt("id");
                    inWider[id] = row.getBoolean("in_wider");
                    if (row.getArray("codes") != null) {
                        codes.set(id, List.of((String[]) row.getArray("codes").getArray()));
                    }
                }
            }
        }
        return new Held(codes, inWider);
    }
}
