package org.gridward.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Holds the deadline profiles and the calendar in memory and reads them again now and then. */
@Component
class DeadlineBook {

    private static final Logger log = LoggerFactory.getLogger(DeadlineBook.class);

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private volatile DeadlineMaker maker;

    DeadlineBook(JdbcClient jdbc, @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    DeadlineMaker maker() {
        DeadlineMaker held = maker;
        return held == null ? read() : held;
    }

    @Scheduled(fixedDelay = 15_000)
    void look() {
        try {
            read();
        } catch (DataAccessException away) {
            log.debug("Deadline profiles not read: {}", away.toString());
        }
    }

    private DeadlineMaker read() {
        Map<LocalDate, Boolean> listed = new HashMap<>();
        jdbc.sql("SELECT day, working FROM dispatch.calendar_days").query(row -> {
            listed.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
        int lastYear = jdbc.sql("SELECT coalesce(max(year), 0) FROM dispatch.calendar_years")
                .query(Integer.class)
                .single();
        DeadlineMaker fresh = new DeadlineMaker(profiles(), new WorkCalendar(zone, listed, lastYear));
        maker = fresh;
        return fresh;
    }

    private List<DeadlineProfile> profiles() {
        return jdbc.sql(Sql.of("dispatch/list_profiles"))
                .query((row, n) -> {
                    OffsetDateTime from = row.getObject("valid_from", OffsetDateTime.class);
                    return new DeadlineProfile(
                            row.getInt("version"),
                            from == null ? Instant.MIN : from.toInstant(),
                            row.getInt("tier"),
                            row.getString("kind"),
                            row.getInt("amount"),
                            row.getString("unit"));
                })
                .list();
    }
}
