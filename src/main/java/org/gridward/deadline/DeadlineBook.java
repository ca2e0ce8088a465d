package org.gridward.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the deadline profiles and the calendar in memory; reads them again now and then, and at once after a change here. */
@Component
class DeadlineBook {

    private static final Logger log = LoggerFactory.getLogger(DeadlineBook.class);

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final TransactionTemplate transaction;
    private volatile DueMaker maker;

    DeadlineBook(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    DueMaker maker() {
        DueMaker held = maker;
        return held == null ? read() : held;
    }

    ZoneId zone() {
        return zone;
    }

    @Scheduled(fixedDelay = 5_000)
    void look() {
        try {
            read();
        } catch (DataAccessException away) {
            log.debug("Deadline profiles not read: {}", away.toString());
        }
    }

    /** Reads again as soon as the changing transaction is kept. */
    void readAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                transaction.executeWithoutResult(status -> look());
            }
        });
    }

    synchronized DueMaker read() {
        long revision = jdbc.sql("SELECT coalesce(max(revision), 0) FROM deadline.calendars")
                .query(Long.class)
                .single();
        Map<LocalDate, Boolean> listed = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        jdbc.sql(Sql.of("deadline/list_days_in_force")).query(row -> {
            years.add(row.getInt("year"));
            listed.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
        DueMaker fresh = new DueMaker(profiles(), new WorkCalendar(zone, listed, years), revision);
        maker = fresh;
        return fresh;
    }

    private List<DeadlineProfile> profiles() {
        Map<Integer, List<Limit>> limits = new HashMap<>();
        jdbc.sql(Sql.of("deadline/list_limits")).query(row -> {
            limits.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                    .add(limit(row));
        });
        return jdbc.sql(Sql.of("deadline/list_profiles"))
                .query((row, n) -> {
                    OffsetDateTime from = row.getObject("valid_from", OffsetDateTime.class);
                    return new DeadlineProfile(
                            row.getInt("version"),
                            from == null ? Instant.MIN : from.toInstant(),
                            row.getString("name_zh"),
                            row.getString("name_en"),
                            WorkHours.parse(row.getString("work_hours")),
                            limits.getOrDefault(row.getInt("version"), List.of()));
                })
                .list();
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(
                row.getObject("tier", Integer.class),
                row.getString("category"),
                row.getString("condition"),
                row.getString("kind"),
                row.getInt("amount"),
                LimitUnit.valueOf(row.getString("unit")));
    }
}
