package org.gridward.patrol;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stored fixes back. */
@Component
class TrackReader {

    private static final RowMapper<TrackPoint> ROW = (row, index) -> new TrackPoint(
            new Fix(
                    row.getObject("t", OffsetDateTime.class).toInstant(),
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    Units.number(row, "accuracy_m"),
                    Units.number(row, "speed_mps")),
            row.getString("grid_code"),
            Units.number(row, "implied_mps"));

    private final JdbcClient jdbc;

    TrackReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TrackPoint> read(int unitId, Instant from, Instant to, int limit) {
        return span("patrol/list_fixes", unitId, from, to)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<GridFixes> summarise(int unitId, Instant from, Instant to) {
        return span("patrol/summarise_day", unitId, from, to)
                .query(GridFixes.class)
                .list();
    }

    private JdbcClient.StatementSpec span(String path, int unitId, Instant from, Instant to) {
        return jdbc.sql(Sql.of(path))
                .param("unitId", unitId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC));
    }
}
