package org.gridward.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The autumn of 2026 with its holidays and make-up days, and the profile that comes with the product. */
final class TestCalendars {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final WorkCalendar AUTUMN = new WorkCalendar(SHANGHAI, autumn2026(), Set.of(2026));

    private TestCalendars() {}

    private static Map<LocalDate, Boolean> autumn2026() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        List.of("2026-09-25", "2026-09-26", "2026-09-27").forEach(day -> days.put(LocalDate.parse(day), false));
        for (int day = 1; day <= 7; day++) {
            days.put(LocalDate.of(2026, 10, day), false);
        }
        days.put(LocalDate.parse("2026-09-20"), true);
        days.put(LocalDate.parse("2026-10-10"), true);
        return days;
    }

    static DeadlineProfile profile(int version, Instant from, String hours, Limit... more) {
        List<Limit> limits = new java.util.ArrayList<>(List.of(
                limit(1, null, "RESPOND", 30, LimitUnit.MINUTES),
                limit(1, null, "CONTROL", 2, LimitUnit.HOURS),
                limit(1, null, "REVISIT", 24, LimitUnit.HOURS),
                limit(2, null, "CLOSE", 5, LimitUnit.WORKING_DAYS),
                limit(3, null, "PLAN", 14, LimitUnit.DAYS)));
        limits.addAll(List.of(more));
        return new DeadlineProfile(version, from, "测试", "Test", WorkHours.parse(hours), limits);
    }

    static Limit limit(Integer tier, String category, String kind, int amount, LimitUnit unit) {
        return new Limit(tier, category, null, kind, amount, unit);
    }

    static WorkTime time(String hours) {
        return new WorkTime(AUTUMN, WorkHours.parse(hours));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
