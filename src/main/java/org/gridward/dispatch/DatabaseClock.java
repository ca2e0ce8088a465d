package org.gridward.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows how far this server's clock is from the database's, so that deadlines begin and are met by the latter: of two servers
 * whose clocks differ neither is early. Answers from memory.
 */
@Component
class DatabaseClock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    /** Closer than this they agree: the difference is that of asking. */
    private static final Duration AGREED = Duration.ofSeconds(2);
    /** What is older was not said by this server's clock just now, as with cases that are loaded. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        try {
            Instant before = clock.instant();
            Instant stored = jdbc.sql("SELECT clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            ahead = ahead(before, stored, clock.instant());
        } catch (DataAccessException away) {
            log.debug("The database's time is not known: {}", away.toString());
        }
    }

    /** How far the stored time lies from the middle of asking and hearing; zero where they agree. */
    static Duration ahead(Instant before, Instant stored, Instant after) {
        Duration apart =
                Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), stored);
        return apart.abs().compareTo(AGREED) <= 0 ? Duration.ZERO : apart;
    }

    /** The database's time of an instant that this server's clock said just now; any other stays. */
    Instant of(Instant said) {
        return ahead.isZero() || said.isBefore(clock.instant().minus(JUST_NOW)) ? said : said.plus(ahead);
    }
}
