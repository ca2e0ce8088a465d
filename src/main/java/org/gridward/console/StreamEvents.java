package org.gridward.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the stream: moves the outbox into it, reads it, forgets its far end. */
@Component
class StreamEvents {

    /** The oldest and newest id kept; both 0 for an empty stream. */
    record Bounds(long oldest, long newest) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate jdbcTemplate;

    StreamEvents(JdbcClient jdbc, JdbcTemplate jdbcTemplate) {
        this.jdbc = jdbc;
        this.jdbcTemplate = jdbcTemplate;
    }

    /** Moves up to {@code limit} outbox entries, one server at a time; the events that they became, in order. */
    List<StreamEvent> move(int limit) {
        List<StreamEvent> moved = jdbcTemplate.query(Sql.of("console/move_outbox"), (row, number) -> event(row), limit);
        moved.sort(Comparator.comparingLong(StreamEvent::id));
        return moved;
    }

    List<StreamEvent> after(long id, int limit) {
        return jdbc.sql(Sql.of("console/list_events"))
                .param("after", id)
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    private static StreamEvent event(ResultSet row) throws SQLException {
        return new StreamEvent(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("type"),
                row.getString("subject"),
                row.getString("payload"));
    }

    Bounds bounds() {
        return jdbc.sql(Sql.of("console/stream_bounds")).query(Bounds.class).single();
    }

    void forget(long keep) {
        jdbc.sql(Sql.of("console/forget_events")).param("keep", keep).update();
    }
}
