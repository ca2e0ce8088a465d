package org.gridward.responsibility;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of what is known: each change of the roster takes one instant, later than all before it, and holds it to the end
 * of its transaction; so the order of instants is the order of commits. The roster is read again after the commit.
 */
@Component
class Knowledge {

    private final JdbcClient jdbc;
    private final RosterKeeper keeper;

    Knowledge(JdbcClient jdbc, RosterKeeper keeper) {
        this.jdbc = jdbc;
        this.keeper = keeper;
    }

    /** The instant of the present transaction's change. */
    Instant next() {
        keeper.readAfterCommit();
        return jdbc.sql(Sql.of("responsibility/next_knowledge"))
                .query((row, n) -> row.getObject("known_at", OffsetDateTime.class))
                .single()
                .toInstant();
    }
}
