package org.gridward.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * Profiles and calendar as they are known at one moment; all answers of one maker fit each other. Pure.
 *
 * @param revision grows with each calendar that is loaded
 */
public record DueMaker(List<DeadlineProfile> profiles, WorkCalendar calendar, long revision) {

    private static final Comparator<DeadlineProfile> BY_TIME =
            Comparator.comparing(DeadlineProfile::validFrom).thenComparing(DeadlineProfile::version);

    public DueMaker {
        profiles = profiles.stream().sorted(BY_TIME.reversed()).toList();
    }

    /** The profile in force at an instant: of those begun, the one that began last. */
    public DeadlineProfile profileAt(Instant at) {
        return profiles.stream()
                .filter(profile -> !at.isBefore(profile.validFrom()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No deadline profile is in force at " + at));
    }

    /** The deadlines of an incident that was reported at {@code start}, the earliest first; condition may be null. */
    public List<Due> make(int tier, String category, String condition, Instant start) {
        DeadlineProfile profile = profileAt(start);
        List<Due> made = profile.limitsOf(tier, category, condition).stream()
                .map(limit -> make(profile, limit, start))
                .sorted(Comparator.comparing(Due::due).thenComparing(Due::kind))
                .toList();
        if (made.isEmpty()) {
            throw new IllegalStateException(
                    "Version " + profile.version() + " of the deadline profiles has no limit for tier " + tier);
        }
        return made;
    }

    /** One limit by the working hours of the profile in force at {@code start}. */
    public Due make(String kind, int amount, LimitUnit unit, Instant start) {
        if (amount < 1) {
            throw Problem.unprocessable(
                            "time-limit", "A time limit of " + amount + " " + unit + " is none; at least 1.")
                    .with("/amount", Fault.least(1), "at least 1");
        }
        return make(profileAt(start), new Limit(null, null, null, kind, amount, unit), start);
    }

    Due make(DeadlineProfile profile, Limit limit, Instant start) {
        TimeScale scale = scale(profile, limit.unit());
        Duration length = length(profile, limit, start);
        Instant due = scale.plus(start, length);
        return new Due(
                limit.kind(),
                limit.unit(),
                start,
                length,
                due,
                scale.plus(start, Light.untilWarning(length)),
                profile.version(),
                limit.unit().isWorkingTime() && !calendar.knows(start, due));
    }

    private Duration length(DeadlineProfile profile, Limit limit, Instant start) {
        return switch (limit.unit()) {
            case MINUTES -> Duration.ofMinutes(limit.amount());
            case HOURS, URGENT_HOURS, WORKING_HOURS -> Duration.ofHours(limit.amount());
            case DAYS ->
                Duration.between(
                        start,
                        start.atZone(calendar.zone()).plusDays(limit.amount()).toInstant());
            case WORKING_DAYS -> profile.workHours().day().multipliedBy(limit.amount());
        };
    }

    /** The clock that a deadline of a profile version runs by. */
    public TimeScale scale(int profileVersion, LimitUnit unit) {
        return profiles.stream()
                .filter(profile -> profile.version() == profileVersion)
                .findFirst()
                .map(profile -> scale(profile, unit))
                .orElseThrow(() -> new IllegalStateException("There is no deadline profile " + profileVersion));
    }

    private TimeScale scale(DeadlineProfile profile, LimitUnit unit) {
        return unit.isWorkingTime() ? new WorkTime(calendar, profile.workHours()) : TimeScale.PLAIN;
    }

    /** Whether a span of working time may still move because a year in it has no loaded calendar. */
    public boolean isProvisional(LimitUnit unit, Instant from, Instant to) {
        return unit.isWorkingTime() && !calendar.knows(from, to);
    }
}
