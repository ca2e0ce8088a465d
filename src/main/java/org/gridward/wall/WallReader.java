package org.gridward.wall;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.platform.Instants;
import org.gridward.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what all walls show, at most once in two seconds however many walls hang. */
@Component
class WallReader {

    record ClosedCase(String district, Set<String> codes) {}

    record VoidRow(String layer, String gridCode, String role, String unitKind, Instant since, Instant until) {}

    record Picture(Instant at, List<OpenCase> open, List<ClosedCase> closed, List<VoidRow> voids) {}

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Picture> pictures = new ConcurrentHashMap<>();

    WallReader(JdbcClient jdbc, Clock clock, @Value("${gridward.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** The picture with the grids of this layer as districts. */
    Picture read(String layer) {
        Instant now = clock.instant();
        return pictures.compute(layer, (code, kept) -> isFresh(kept, now) ? kept : fetch(code, now));
    }

    private static boolean isFresh(Picture kept, Instant now) {
        return kept != null && !kept.at().isAfter(now) && kept.at().plus(FRESH).isAfter(now);
    }

    private Picture fetch(String layer, Instant now) {
        OffsetDateTime today =
                LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
        return new Picture(
                now,
                jdbc.sql(Sql.of("wall/list_open"))
                        .param("layer", layer)
                        .query((row, n) -> open(row))
                        .list(),
                jdbc.sql(Sql.of("wall/list_closed"))
                        .param("layer", layer)
                        .param("since", today)
                        .query((row, n) -> new ClosedCase(text(row, "district"), codes(row)))
                        .list(),
                jdbc.sql(Sql.of("wall/list_voids"))
                        .query((row, n) -> new VoidRow(
                                row.getString("layer"),
                                row.getString("grid_code"),
                                row.getString("role"),
                                row.getString("unit_kind"),
                                Instants.of(row, "empty_since"),
                                Instants.of(row, "filled_by")))
                        .list());
    }

    private static OpenCase open(ResultSet row) throws SQLException {
        return new OpenCase(
                row.getString("number"),
                row.getString("category"),
                row.getInt("tier"),
                row.getString("state"),
                text(row, "grid_code"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getString("kind"),
                Instants.of(row, "due"),
                Instants.of(row, "warn_at"),
                Instants.of(row, "stands_at"),
                text(row, "district"),
                codes(row));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), "");
    }

    private static Set<String> codes(ResultSet row) throws SQLException {
        Array codes = row.getArray("codes");
        return codes == null ? Set.of() : Set.copyOf(List.of((String[]) codes.getArray()));
    }
}
