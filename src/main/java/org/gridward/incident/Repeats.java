package org.gridward.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices a second complaint about the same place: what was one's own matter (GREEN) the first time is everybody's (YELLOW)
 * from then on. Only a GREEN report that names a place by its code is looked up.
 */
@Component
class Repeats {

    /** How long an earlier complaint about the same place counts. */
    static final Duration WINDOW = Duration.ofDays(365);

    private final JdbcClient jdbc;

    Repeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Triaged> raise(Category category, Where where, Instant now) {
        if (where.placeCode() == null || !IssueColour.GREEN.name().equals(category.colour())) {
            return Optional.empty();
        }
        return jdbc.sql(Sql.of("incident/find_earlier"))
                .param("place", where.placeCode())
                .param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(earlier -> new Triaged(
                        null,
                        IssueColour.YELLOW,
                        null,
                        "rule",
                        "second complaint about " + where.placeCode() + " within a year, after " + earlier));
    }
}
