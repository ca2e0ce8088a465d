package org.gridward.board;

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

/** Forgets held reports some time after they were dismissed: they hold names and numbers of people. */
@Component
class QuarantineJanitor {

    private static final Logger log = LoggerFactory.getLogger(QuarantineJanitor.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int days;

    QuarantineJanitor(JdbcClient jdbc, Clock clock, @Value("${gridward.quarantine.days:90}") int days) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
    }

    @Scheduled(initialDelay = 660_000, fixedDelay = 3_600_000)
    void clean() {
        try {
            int forgotten = forget();
            if (forgotten > 0) {
                log.info("Forgot {} reports that were dismissed {} days ago", forgotten, days);
            }
        } catch (DataAccessException away) {
            log.debug("Dismissed reports not forgotten, trying again in an hour: {}", away.toString());
        }
    }

    /** Zero days: none is forgotten. */
    int forget() {
        return days == 0
                ? 0
                : jdbc.sql(Sql.of("board/forget_reports"))
                        .param(
                                "before",
                                clock.instant().atOffset(ZoneOffset.UTC).minusDays(days))
                        .update();
    }
}
