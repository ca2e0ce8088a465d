package org.gridward.console.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How often alarms come at each seat, against what a person can take: 1 in ten minutes on average, 10 in the worst ten. */
@Component
public class AlarmReport {

    public static final double AVERAGE_GOAL = 1;
    public static final int PEAK_GOAL = 10;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(92);

    /** One seat and user; {@code watched} counts the tens of minutes in which the console stood open there. */
    public record Line(
            String seat,
            String actor,
            long alarms,
            long watched,
            double average,
            long peak,
            boolean withinGoals,
            long unacknowledged,
            Double medianSeconds,
            Map<String, Object> kinds) {}

    /** The lines and what they are about. */
    public record Report(Instant from, Instant to, double averageGoal, int peakGoal, List<Line> lines) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AlarmReport(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The report of a time; of the last week where none is given. */
    public Report of(Instant since, Instant until) {
        Instant to = Objects.requireNonNullElseGet(until, clock::instant);
        Instant from = since == null ? to.minus(WEEK) : since;
        if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
            throw Problem.unreadable(
                            "report-time",
                            "From " + from + " to " + to + " is not a time of 1 second to " + LONGEST.toDays()
                                    + " days.")
                    .with(
                            "/from",
                            Fault.daysMost(LONGEST.toDays()),
                            "before 'to', at most " + LONGEST.toDays() + " days");
        }
        List<Line> lines = jdbc.sql(Sql.of("console/count_alarms"))
                .param("since", from.atOffset(ZoneOffset.UTC))
                .param("until", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> line(row))
                .list();
        return new Report(from, to, AVERAGE_GOAL, PEAK_GOAL, lines);
    }

    private Line line(java.sql.ResultSet row) throws java.sql.SQLException {
        long alarms = row.getLong("alarms");
        long watched = row.getLong("watched");
        double average = (double) alarms / Math.max(1, watched);
        long peak = row.getLong("peak");
        Object seconds = row.getObject("seconds");
        @SuppressWarnings("unchecked")
        Map<String, Object> kinds = json.readValue(row.getString("kinds"), Map.class);
        return new Line(
                row.getString("seat"),
                row.getString("actor"),
                alarms,
                watched,
                average,
                peak,
                average <= AVERAGE_GOAL && peak <= PEAK_GOAL,
                row.getLong("unacknowledged"),
                seconds == null ? null : ((Number) seconds).doubleValue(),
                kinds);
    }
}
