package org.gridward.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, except the days listed (true: a make-up working day, false: a holiday). Only
 * the years in {@code loaded} are known; in others the plain week is a guess. Pure.
 */
public record WorkCalendar(ZoneId zone, Map<LocalDate, Boolean> listed, Set<Integer> loaded) {

    public WorkCalendar {
        listed = Map.copyOf(listed);
        loaded = Set.copyOf(loaded);
    }

    public boolean isWorking(LocalDate day) {
        Boolean said = listed.get(day);
        return said != null ? said : !isWeekend(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the tables of every year from one instant to another are loaded; the end itself does not count. */
    boolean knows(Instant from, Instant to) {
        int last = to.minusNanos(1).atZone(zone).getYear();
        for (int year = Math.min(last, from.atZone(zone).getYear()); year <= last; year++) {
            if (!loaded.contains(year)) {
                return false;
            }
        }
        return true;
    }
}
