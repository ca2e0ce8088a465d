package org.gridward.console;

import java.util.List;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the stream: moves the outbox into it, reads it, forgets its far end. */
@Component
class StreamEvents {

    /** The oldest and newest id kept; both 0 for an empty stream. */
    record Bounds(long oldest, long newest) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StreamEvents(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Moves up to {@code limit} outbox entries; answers how many. */
    int move(int limit) {
        return transaction.execute(status -> {
            jdbc.sql(Sql.of("console/lock_stream")).query(Integer.class).single();
            return jdbc.sql(Sql.of("console/move_outbox")).param("limit", limit).update();
        });
    }

    List<StreamEvent> after(long id, int limit) {
        return jdbc.sql(Sql.of("console/list_events"))
                .param("after", id)
                .param("limit", limit)
                .query((row, number) -> new StreamEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("payload")))
                .list();
    }

    Bounds bounds() {
        return jdbc.sql(Sql.of("console/stream_bounds")).query(Bounds.class).single();
    }

    void forget(long keep) {
        jdbc.sql(Sql.of("console/forget_events")).param("keep", keep).update();
    }
}
