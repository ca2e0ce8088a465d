package org.gridward.mapdata.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far a load of the demo city has come. Each step and its mark are one transaction, so a load that was killed goes on
 * with the step after the last whole one, with the seed and the end of the story it began with.
 */
@Component
class LoadSteps {

    /** The story that is being loaded. */
    record Story(long seed, Instant end) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LoadSteps(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The story of a load that began here before; empty in a database that never saw one. */
    Optional<Story> begun() {
        return jdbc.sql("SELECT seed, ends_at FROM mapdata.demo_steps ORDER BY done_at LIMIT 1")
                .query((row, n) -> new Story(
                        row.getLong("seed"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Set<String> done() {
        return new HashSet<>(jdbc.sql("SELECT step FROM mapdata.demo_steps")
                .query(String.class)
                .list());
    }

    /** Does the work and marks the step, both or neither. */
    void run(String step, Story story, Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            jdbc.sql("INSERT INTO mapdata.demo_steps (step, seed, ends_at) VALUES (:step, :seed, :end)")
                    .param("step", step)
                    .param("seed", story.seed())
                    .param("end", story.end().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }
}
