package org.gridward.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gridward.deadline.WorkHours.Segment;

/**
 * The clock of working time: it runs within the working hours of working days and stands still else. Pure; the zone is the
 * calendar's, never the machine's. A time that ends exactly with a segment ends then, not when the next one begins.
 */
record WorkTime(WorkCalendar calendar, WorkHours hours) implements TimeScale {

    /** Longer than any run of days off; a longer search means a calendar without working days. */
    private static final int LONGEST_REST_DAYS = 400;

    @Override
    public Instant plus(Instant start, Duration time) {
        if (time.isZero() || time.isNegative()) {
            return start;
        }
        Duration left = time;
        int resting = 0;
        for (LocalDate day = day(start); resting < LONGEST_REST_DAYS; day = day.plusDays(1)) {
            resting = calendar.isWorking(day) ? 0 : resting + 1;
            if (resting > 0) {
                continue;
            }
            for (Segment segment : hours.segments()) {
                Instant begin = later(start, at(day, segment.fromMinute()));
                Duration run = Duration.between(begin, at(day, segment.toMinute()));
                if (left.compareTo(run) <= 0) {
                    return begin.plus(left);
                }
                left = run.isNegative() ? left : left.minus(run);
            }
        }
        throw new IllegalStateException("No working day within " + LONGEST_REST_DAYS + " days in the calendar");
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration run = Duration.ZERO;
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorking(day)) {
                for (Segment segment : hours.segments()) {
                    Instant begin = later(from, at(day, segment.fromMinute()));
                    Instant end = at(day, segment.toMinute());
                    Duration part = Duration.between(begin, end.isAfter(to) ? to : end);
                    run = part.isNegative() ? run : run.plus(part);
                }
            }
        }
        return run;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }

    private Instant at(LocalDate day, int minute) {
        return minute == WorkHours.DAY_MINUTES
                ? day.plusDays(1).atStartOfDay(calendar.zone()).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(calendar.zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
