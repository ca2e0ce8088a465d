package org.gridward.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.deadline.Deadlines;
import org.gridward.deadline.DueMaker;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentDesk;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts deadlines of working time again when a calendar was loaded, here or by another server. Those that stay are stamped
 * many at a time; one that moves, or is no longer provisional, is told like any change of its incident.
 */
@Component
class CalendarFollower {

    private static final Logger log = LoggerFactory.getLogger(CalendarFollower.class);
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Deadlines deadlines;
    private final DeadlineClocks clocks;
    private final CaseFile cases;
    private final IncidentDesk desk;

    CalendarFollower(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Deadlines deadlines,
            DeadlineClocks clocks,
            CaseFile cases,
            IncidentDesk desk) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.cases = cases;
        this.desk = desk;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void look() {
        try {
            follow();
        } catch (DataAccessException | TransactionException away) {
            log.debug("The calendar is not followed: {}", away.toString());
        }
    }

    /** Counts again whatever an older calendar made. */
    void follow() {
        DueMaker maker = deadlines.maker();
        int seen;
        do {
            List<RunningDeadline> stale = jdbc.sql(Sql.of("dispatch/list_stale_deadlines"))
                    .param("revision", maker.revision())
                    .param("most", MOST)
                    .query(RunningDeadline::of)
                    .list();
            seen = stale.size();
            List<RunningDeadline> staying = new ArrayList<>();
            Set<UUID> moving = new LinkedHashSet<>();
            for (RunningDeadline deadline : stale) {
                if (same(deadline, recount(deadline, maker))) {
                    staying.add(deadline);
                } else {
                    moving.add(deadline.incident());
                }
            }
            stamp(staying, maker.revision());
            moving.forEach(incident -> transaction.executeWithoutResult(status -> move(incident, maker)));
        } while (seen == MOST);
    }

    private static RunningDeadline recount(RunningDeadline deadline, DueMaker maker) {
        RunningDeadline counted = deadline.recount(maker.scale(deadline.profileVersion(), deadline.unit()));
        return counted.provisional(maker.isProvisional(counted.unit(), counted.anchor(), counted.due()));
    }

    private static boolean same(RunningDeadline a, RunningDeadline b) {
        return a.due().equals(b.due()) && a.provisional() == b.provisional();
    }

    private void stamp(List<RunningDeadline> staying, long revision) {
        if (!staying.isEmpty()) {
            jdbc.sql(Sql.of("dispatch/stamp_deadlines"))
                    .param("revision", revision)
                    .param("ids", DeadlineClocks.texts(staying, RunningDeadline::id))
                    .param("dues", DeadlineClocks.texts(staying, RunningDeadline::due))
                    .update();
        }
    }

    private void move(UUID incident, DueMaker maker) {
        try {
            cases.hold(incident, PauseEnder.CLOCK);
        } catch (Problem over) {
            log.debug("{} is over", incident);
        }
        List<Map<String, Object>> told = new ArrayList<>();
        List<RunningDeadline> moved = new ArrayList<>();
        List<RunningDeadline> staying = new ArrayList<>();
        for (RunningDeadline deadline : clocks.hold(incident)) {
            RunningDeadline counted = recount(deadline, maker);
            if (same(deadline, counted)) {
                staying.add(deadline);
            } else {
                moved.add(counted);
                told.add(told(deadline, counted.due(), counted.provisional()));
            }
        }
        stamp(staying, maker.revision());
        if (moved.isEmpty()) {
            return;
        }
        clocks.write(
                moved,
                new DeadlineClocks.Because(
                        "CALENDAR", PauseEnder.CLOCK.name(), "calendar revision " + maker.revision()),
                maker.revision());
        desk.happened(new Happening(
                incident,
                "DEADLINE_MOVED",
                PauseEnder.CLOCK.name(),
                null,
                Map.of("because", "CALENDAR", "deadlines", told),
                Map.of(),
                clocks.nextDue(incident)));
    }

    private static Map<String, Object> told(RunningDeadline before, Instant after, boolean provisional) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", before.kind());
        told.put("before", before.due());
        told.put("after", after);
        told.put("provisional", provisional);
        return told;
    }
}
