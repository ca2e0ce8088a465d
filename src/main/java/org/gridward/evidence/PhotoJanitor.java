package org.gridward.evidence;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes files that no row speaks of: what a crash between file and row left behind, once it is an hour old. */
@Component
class PhotoJanitor {

    private static final Logger log = LoggerFactory.getLogger(PhotoJanitor.class);
    private static final Duration AGE = Duration.ofHours(1);
    private static final int TOGETHER = 1_000;
    private static final String KNOWN =
            "SELECT id FROM evidence.photos WHERE id = ANY(CAST(:ids AS uuid[])) AND state = 'STORED'";

    private final PhotoFolder folder;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int months;

    PhotoJanitor(PhotoFolder folder, JdbcClient jdbc, Clock clock, @Value("${gridward.photos.months:36}") int months) {
        this.folder = folder;
        this.jdbc = jdbc;
        this.clock = clock;
        this.months = months;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void clean() {
        try {
            forget();
            clean(AGE);
        } catch (DataAccessException | UncheckedIOException away) {
            log.debug("Photos not cleaned, trying again in an hour: {}", away.toString());
        }
    }

    /** Forgets the photos of cases that are over for so many months; returns how many. Zero months: none is forgotten. */
    int forget() {
        if (months == 0) {
            return 0;
        }
        int forgotten = jdbc.sql(Sql.of("evidence/forget_photos"))
                .param("before", clock.instant().atOffset(ZoneOffset.UTC).minusMonths(months))
                .update();
        if (forgotten > 0) {
            log.info("Forgot {} photos of cases that are over for {} months", forgotten, months);
        }
        return forgotten;
    }

    /** Removes what is older than {@code age} and unknown; returns how many. */
    int clean(Duration age) {
        List<UUID> files = folder.olderThan(age);
        int removed = 0;
        for (int from = 0; from < files.size(); from += TOGETHER) {
            List<UUID> some = files.subList(from, Math.min(files.size(), from + TOGETHER));
            Set<UUID> known = new HashSet<>(jdbc.sql(KNOWN)
                    .param("ids", some.stream().map(UUID::toString).toArray(String[]::new))
                    .query(UUID.class)
                    .list());
            for (UUID id : some) {
                if (!known.contains(id)) {
                    folder.delete(id);
                    removed++;
                }
            }
        }
        if (removed > 0) {
            log.info("Removed {} photo files that no row speaks of", removed);
        }
        return removed;
    }
}
