package org.gridward.console;

import java.time.Clock;
import java.time.ZoneOffset;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what the console wrote down by itself and nobody asks for any more: consoles that were closed days ago, and alarms and
 * watched seats of long ago. Claims end with their case; handovers are signed by people and stay.
 */
@Component
class ConsoleJanitor {

    private static final Logger log = LoggerFactory.getLogger(ConsoleJanitor.class);
    /** Longer than any claim lives without a sign of its holder. */
    private static final int SEAT_DAYS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int days;

    ConsoleJanitor(JdbcClient jdbc, Clock clock, @Value("${gridward.console.days:400}") int days) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
    }

    @Scheduled(initialDelay = 780_000, fixedDelay = 3_600_000)
    void clean() {
        try {
            long forgotten = forgetSeats() + forgetAlarms();
            if (forgotten > 0) {
                log.info("Forgot {} rows of closed consoles and of alarms older than {} days", forgotten, days);
            }
        } catch (DataAccessException away) {
            log.debug("Closed consoles not forgotten, trying again in an hour: {}", away.toString());
        }
    }

    int forgetSeats() {
        return jdbc.sql(Sql.of("console/forget_seats")).param("days", SEAT_DAYS).update();
    }

    /** Zero days: none is forgotten. */
    long forgetAlarms() {
        return days == 0
                ? 0
                : jdbc.sql(Sql.of("console/forget_alarms"))
                        .param(
                                "before",
                                clock.instant().atOffset(ZoneOffset.UTC).minusDays(days))
                        .query(Long.class)
                        .single();
    }
}
