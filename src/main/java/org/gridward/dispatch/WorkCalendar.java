package org.gridward.dispatch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Which days are working days: Monday to Friday, except the days listed (true: a make-up working day, false: a holiday).
 * Pure. A count that starts on a working day ends at the same time of day on the n-th working day after it; one that starts
 * on another day begins with the next working day and ends with the n-th.
 */
record WorkCalendar(ZoneId zone, Map<LocalDate, Boolean> listed, int lastYear) {

    WorkCalendar {
        listed = Map.copyOf(listed);
    }

    boolean isWorking(LocalDate day) {
        Boolean said = listed.get(day);
        return said != null ? said : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** @param days at least 1 */
    Instant plusWorkingDays(Instant start, int days) {
        ZonedDateTime local = start.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (isWorking(day)) {
            return local.with(after(day, days)).toInstant();
        }
        return after(day, days).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the instant lies past the last year whose holidays are known. */
    boolean isProvisional(Instant due) {
        return due.atZone(zone).getYear() > lastYear;
    }

    /** The n-th working day after a day. */
    private LocalDate after(LocalDate day, int days) {
        LocalDate next = day;
        for (int left = days; left > 0; ) {
            next = next.plusDays(1);
            if (isWorking(next)) {
                left--;
            }
        }
        return next;
    }
}
