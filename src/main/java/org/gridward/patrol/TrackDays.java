package org.gridward.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the daily partitions (UTC days) before fixes go in, in a transaction of its own: an empty day left behind by a
 * failed batch does no harm, and no batch waits for another's to commit.
 */
@Component
class TrackDays {

    private static final Logger log = LoggerFactory.getLogger(TrackDays.class);
    private static final int MOST_NEW_DAYS = 400;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    TrackDays(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes today and tomorrow ahead of time, so that no request has to at midnight, when all would at once. */
    @Scheduled(fixedDelay = 3_600_000)
    void ahead() {
        try {
            Instant now = clock.instant();
            ensure(List.of(now, now.plus(Duration.ofDays(1))));
        } catch (DataAccessException | TransactionException away) {
            log.debug("Days not made ahead, trying again in an hour: {}", away.toString());
        }
    }

    void ensure(Collection<Instant> instants) {
        Set<LocalDate> wanted = new HashSet<>();
        instants.forEach(instant -> wanted.add(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
        ensureDays(wanted);
    }

    /** @throws Problem 422 when one call asks for more new days than a sane batch spans */
    void ensureDays(Collection<LocalDate> wanted) {
        Set<LocalDate> missing = new TreeSet<>(wanted);
        missing.removeAll(known);
        if (missing.isEmpty()) {
            return;
        }
        if (missing.size() > MOST_NEW_DAYS) {
            throw Problem.unprocessable(
                    "too-many-days",
                    "The fixes lie on " + missing.size() + " different days; send at most " + MOST_NEW_DAYS
                            + " days at a time.");
        }
        String[] days = missing.stream().map(LocalDate::toString).toArray(String[]::new);
        ownTransaction.executeWithoutResult(status -> jdbc.sql(Sql.of("patrol/ensure_days"))
                .param("days", days)
                .query()
                .listOfRows());
        known.addAll(missing);
    }
}
