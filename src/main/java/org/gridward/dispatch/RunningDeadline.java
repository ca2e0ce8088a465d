package org.gridward.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.gridward.deadline.Light;
import org.gridward.deadline.LimitUnit;
import org.gridward.deadline.TimeScale;
import org.gridward.platform.Instants;

/**
 * A deadline that is not met, as far as its clock goes. Due is always {@code anchor} plus {@code left} on the clock of its
 * unit: stopping, going on, extending and another calendar change these two, never due by itself. Pure.
 */
record RunningDeadline(
        long id,
        UUID incident,
        String kind,
        LimitUnit unit,
        int profileVersion,
        Duration length,
        Instant anchor,
        Duration left,
        Instant due,
        Instant warnAt,
        boolean standing,
        boolean provisional) {

    static RunningDeadline of(ResultSet row, int n) throws SQLException {
        return new RunningDeadline(
                row.getLong("id"),
                row.getObject("incident_id", UUID.class),
                row.getString("kind"),
                LimitUnit.valueOf(row.getString("unit")),
                row.getInt("profile_version"),
                Duration.of(row.getLong("length_us"), ChronoUnit.MICROS),
                Instants.of(row, "anchor_at"),
                Duration.of(row.getLong("left_us"), ChronoUnit.MICROS),
                Instants.of(row, "due"),
                Instants.of(row, "warn_at"),
                row.getBoolean("standing"),
                row.getBoolean("provisional"));
    }

    /** What is left of it at an instant while it runs; negative when it is over. */
    Duration leftAt(Instant at, TimeScale scale) {
        return standing ? left : scale.between(at, due);
    }

    /** Stopped at an instant; with an end that is known, due is what it will be then. */
    RunningDeadline stop(Instant at, Instant until, TimeScale scale) {
        return with(length, until == null ? at : until, leftAt(at, scale), true, scale);
    }

    /** Running again from an instant on, with what was left. */
    RunningDeadline goOn(Instant at, TimeScale scale) {
        return with(length, at, left, false, scale);
    }

    /** Longer by some time of its own clock. */
    RunningDeadline extend(Duration by, TimeScale scale) {
        return with(length.plus(by), anchor, left.plus(by), standing, scale);
    }

    /** The same by another calendar. */
    RunningDeadline recount(TimeScale scale) {
        return with(length, anchor, left, standing, scale);
    }

    RunningDeadline provisional(boolean now) {
        return new RunningDeadline(
                id, incident, kind, unit, profileVersion, length, anchor, left, due, warnAt, standing, now);
    }

    private RunningDeadline with(
            Duration newLength, Instant newAnchor, Duration newLeft, boolean stands, TimeScale scale) {
        Duration untilWarning = newLeft.minus(newLength.minus(Light.untilWarning(newLength)));
        return new RunningDeadline(
                id,
                incident,
                kind,
                unit,
                profileVersion,
                newLength,
                newAnchor,
                newLeft,
                scale.plus(newAnchor, newLeft),
                untilWarning.isNegative() ? earlier(warnAt, newAnchor) : scale.plus(newAnchor, untilWarning),
                stands,
                provisional);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
