package org.gridward.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what an area and a window ask for out of what the rooms recorded. */
@Component
class AreaReader {

    /** A unit with the steps of its track that may meet the area. */
    record Tracked(String unit, String nameZh, String nameEn, String kind, List<StayFinder.Step> steps) {}

    /** How much was there to read. */
    record Fixes(long fixes, int units) {}

    private record PostOf(String key, AreaAnswer.Post post) {}

    private final JdbcClient jdbc;

    AreaReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tracked> tracks(Envelope box, Instant from, Instant to) {
        Map<String, Tracked> found = new LinkedHashMap<>();
        window("replay/list_steps", from, to)
                .param("gap", (double) StayFinder.GAP.toSeconds())
                .param("west", box.getMinX())
                .param("south", box.getMinY())
                .param("east", box.getMaxX())
                .param("north", box.getMaxY())
                .query(row -> {
                    found.computeIfAbsent(row.getString("unit"), unit -> tracked(row, unit))
                            .steps()
                            .add(new StayFinder.Step(
                                    Rows.instant(row, "from_t"),
                                    row.getDouble("from_lon"),
                                    row.getDouble("from_lat"),
                                    Rows.instant(row, "to_t"),
                                    row.getDouble("to_lon"),
                                    row.getDouble("to_lat")));
                });
        return List.copyOf(found.values());
    }

    private static Tracked tracked(ResultSet row, String unit) {
        try {
            return new Tracked(
                    unit, row.getString("name_zh"), row.getString("name_en"), row.getString("kind"), new ArrayList<>());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    Fixes fixes(Instant from, Instant to) {
        return window("replay/count_fixes", from, to).query(Fixes.class).single();
    }

    List<AreaAnswer.CaseThere> cases(String area, Instant from, Instant to) {
        return window("replay/list_area_cases", from, to)
                .param("area", area)
                .query((row, n) -> new AreaAnswer.CaseThere(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("category"),
                        row.getInt("tier"),
                        row.getString("colour"),
                        row.getString("state"),
                        Rows.instant(row, "reported_at"),
                        Rows.instant(row, "closed_at"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getString("grid_code"),
                        row.getString("lead"),
                        row.getString("lead_en")))
                .list();
    }

    /** The posts of grids, by "layer code". */
    Map<String, List<AreaAnswer.Post>> posts(List<String> layers, List<String> codes, Instant from, Instant to) {
        Map<String, List<AreaAnswer.Post>> found = new LinkedHashMap<>();
        window("replay/list_posts", from, to)
                .param("layers", layers.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> new PostOf(
                        row.getString("layer") + " " + row.getString("grid_code"),
                        new AreaAnswer.Post(
                                row.getString("role"),
                                row.getString("label_zh"),
                                row.getString("label_en"),
                                row.getString("unit"))))
                .list()
                .forEach(one -> found.computeIfAbsent(one.key(), key -> new ArrayList<>())
                        .add(one.post()));
        return found;
    }

    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query((row, n) -> Rows.instant(row, "clock_timestamp"))
                .single();
    }

    private StatementSpec window(String sql, Instant from, Instant to) {
        return jdbc.sql(Sql.of(sql)).param("since", Rows.time(from)).param("until", Rows.time(to));
    }
}
