package org.gridward.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures what a campaign changed: incidents near its items, before and after, each counted once, as rates. */
@Component
public class KpiReader {

    private static final double NEAR_METERS = 50;
    private static final double MONTH_DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    KpiReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Problem 409 when the campaign was opened without a KPI, or its second period has not begun */
    public Kpi.Measured measure(Campaign campaign) {
        Kpi kpi = campaign.kpi();
        if (kpi == null) {
            throw Problem.conflict("no-kpi", "The campaign was opened without kpi; there is nothing to measure.");
        }
        Instant now = clock.instant();
        Instant until = kpi.afterUntil() == null || kpi.afterUntil().isAfter(now) ? now : kpi.afterUntil();
        if (!until.isAfter(kpi.afterFrom())) {
            throw Problem.conflict("kpi-too-early", "The second period begins at " + kpi.afterFrom() + ".")
                    .saying("from", kpi.afterFrom().toString());
        }
        long[] counts = count(campaign.id(), kpi, until);
        double before = rate(counts[0], kpi.beforeFrom(), kpi.beforeUntil());
        double after = rate(counts[1], kpi.afterFrom(), until);
        Double change = before == 0 ? null : (after - before) / before * 100;
        Double goal = kpi.goalPercent();
        Boolean reached = goal == null || change == null ? null : goal < 0 ? change <= goal : change >= goal;
        return new Kpi.Measured(counts[0], counts[1], before, after, change, goal, reached);
    }

    private long[] count(UUID id, Kpi kpi, Instant until) {
        return jdbc.sql(Sql.of("campaign/count_incidents"))
                .param("campaign", id)
                .param("categories", kpi.categories().toArray(String[]::new))
                .param("near", kpi.nearMeters() == null ? NEAR_METERS : kpi.nearMeters())
                .param("beforeFrom", kpi.beforeFrom().atOffset(ZoneOffset.UTC))
                .param("beforeUntil", kpi.beforeUntil().atOffset(ZoneOffset.UTC))
                .param("afterFrom", kpi.afterFrom().atOffset(ZoneOffset.UTC))
                .param("afterUntil", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new long[] {row.getLong("before"), row.getLong("after")})
                .single();
    }

    private static double rate(long count, Instant from, Instant until) {
        double days = Duration.between(from, until).toMillis() / 86_400_000.0;
        return count / days * MONTH_DAYS;
    }
}
