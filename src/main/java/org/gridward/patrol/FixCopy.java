package org.gridward.patrol;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes chunks of fixes with binary COPY inside the caller's transaction: straight into the log, which is the usual case of
 * fixes that are all new, and after a first clash of keys by way of a staging table that sorts out which are new.
 */
@Component
class FixCopy {

    private static final String[] COLUMNS = {"unit_id", "t", "geom", "accuracy_m", "speed_mps", "grid_code"};
    private static final String UNIQUE_VIOLATION = "23505";

    /** A fix in its stored form, with the key of its unit and its micro-grid. */
    record Row(int unitId, Fix fix, String gridCode) {}

    private final JdbcTemplate jdbc;

    FixCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the rows, one a unit and instant, best in sorted order; returns how many instants were new. */
    long write(List<Row> rows) {
        return jdbc.execute(
                (Connection connection) -> straight(connection, rows) ? rows.size() : staged(connection, rows));
    }

    private boolean straight(Connection connection, List<Row> rows) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            copy(connection, "patrol.track_points", rows);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException failure) {
            if (!UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                throw failure;
            }
            connection.rollback(before);
            return false;
        }
    }

    private long staged(Connection connection, List<Row> rows) throws SQLException {
        jdbc.update(Sql.of("patrol/stage_fixes"));
        copy(connection, "staged_fixes", rows);
        int stored = jdbc.update(Sql.of("patrol/insert_staged_fixes"));
        jdbc.update(Sql.of("patrol/improve_staged_fixes"));
        jdbc.update("DROP TABLE staged_fixes");
        return stored;
    }

    private static void copy(Connection connection, String table, List<Row> rows) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, table, COLUMNS)) {
            for (Row row : rows) {
                Fix fix = row.fix();
                copy.row()
                        .int4(row.unitId())
                        .timestamptz(fix.t())
                        .point(fix.lon(), fix.lat())
                        .float4(fix.accuracyMeters())
                        .float4(fix.speedMetersPerSecond())
                        .text(row.gridCode());
            }
            copy.finish();
        }
    }
}
