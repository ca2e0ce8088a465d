package org.gridward.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready while this machine and the database agree on the time: deadlines are counted by both. */
@Component
class ClockHealthIndicator implements HealthIndicator {

    private static final Duration MOST_APART = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    ClockHealthIndicator(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant before = clock.instant();
        Instant stored = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return agree(before, stored, clock.instant())
                ? Health.up().build()
                : Health.outOfService().withDetail("database", stored).build();
    }

    /** However long the question took, the database's time lies between asking and hearing, give or take. */
    static boolean agree(Instant before, Instant stored, Instant after) {
        return !stored.isBefore(before.minus(MOST_APART)) && !stored.isAfter(after.plus(MOST_APART));
    }
}
