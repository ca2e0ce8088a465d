package org.gridward.responsibility;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Recurring hours of members of a team, in the city's own time.
 *
 * @param code names the shift in its team
 * @param role whose hours they are; {@code labels}: of whom among its holders, none for all
 * @param rotation whether those named take turns, and how long a turn is; the first has the turn that holds {@code since}
 * @param days on which it begins, 1 Monday to 7 Sunday; {@code starts} the time of day, {@code minutes} how long (1 to 1440)
 */
public record Shift(
        String code,
        String nameZh,
        String nameEn,
        String role,
        List<String> labels,
        Rotation rotation,
        LocalDate since,
        List<Integer> days,
        LocalTime starts,
        int minutes) {

    /** How long a turn is; NONE: all who are named come each time. */
    public enum Rotation {
        NONE,
        DAILY,
        WEEKLY,
        MONTHLY
    }

    /** A stretch of time on duty: from inclusive, to exclusive. */
    public record Window(Instant from, Instant to) {}

    public Shift {
        labels = List.copyOf(labels);
        days = List.copyOf(days);
    }

    /** Whether it says anything of that member's hours. */
    boolean names(Team.Member member) {
        return role.equals(member.role()) && (labels.isEmpty() || labels.contains(member.labelZh()));
    }

    /** The stretch in which the member is on duty at that instant, if so. */
    Optional<Window> windowAt(Instant at, String label, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            Window window = window(day, zone);
            if (!at.isBefore(window.from()) && at.isBefore(window.to()) && hasTurn(day, label)) {
                return Optional.of(window);
            }
        }
        return Optional.empty();
    }

    /** When it begins on a day, whoever's turn it is; it ends as many minutes later, whatever the clocks do. */
    Window window(LocalDate day, ZoneId zone) {
        ZonedDateTime from = day.atTime(starts).atZone(zone);
        return new Window(from.toInstant(), from.toInstant().plusSeconds(60L * minutes));
    }

    /** Whether it begins on that day and the member has the turn. */
    boolean hasTurn(LocalDate day, String label) {
        if (!days.contains(DayOfWeek.from(day).getValue())) {
            return false;
        }
        if (rotation == Rotation.NONE || labels.isEmpty()) {
            return labels.isEmpty() || labels.contains(label);
        }
        long turn =
                switch (rotation) {
                    case DAILY -> ChronoUnit.DAYS.between(since, day);
                    case WEEKLY -> ChronoUnit.WEEKS.between(monday(since), monday(day));
                    default -> ChronoUnit.MONTHS.between(since.withDayOfMonth(1), day.withDayOfMonth(1));
                };
        return labels.get((int) Math.floorMod(turn, (long) labels.size())).equals(label);
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(DayOfWeek.from(day).getValue() - 1L);
    }
}
