package org.gridward.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the visits of a plan: by day (08:00-18:00) and by night (18:00-22:00) in turns, the first on the day after, then one
 * every so many days. Pure.
 */
final class VisitMaker {

    static final LocalTime MORNING = LocalTime.of(8, 0);
    static final LocalTime EVENING = LocalTime.of(18, 0);
    static final LocalTime LATE = LocalTime.of(22, 0);

    record Planned(int ordinal, String part, Instant dueFrom, Instant dueUntil) {}

    private VisitMaker() {}

    static List<Planned> make(CampaignTemplate.VisitPlan plan, Instant from, ZoneId zone) {
        List<Planned> visits = new ArrayList<>();
        int days = plan.day();
        int nights = plan.night();
        LocalDate date = from.atZone(zone).toLocalDate().plusDays(1);
        while (days + nights > 0) {
            boolean byDay = days > 0 && (visits.size() % 2 == 0 || nights == 0);
            LocalTime start = byDay ? MORNING : EVENING;
            LocalTime end = byDay ? EVENING : LATE;
            visits.add(new Planned(
                    visits.size() + 1,
                    byDay ? "DAY" : "NIGHT",
                    date.atTime(start).atZone(zone).toInstant(),
                    date.atTime(end).atZone(zone).toInstant()));
            if (byDay) {
                days--;
            } else {
                nights--;
            }
            date = date.plusDays(plan.everyDays());
        }
        return visits;
    }

    /** Whether an instant is by day; else it is by night. */
    static boolean isDay(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return !time.isBefore(MORNING) && time.isBefore(EVENING);
    }
}
