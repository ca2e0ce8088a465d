package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.incident.DeadlineSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineMakerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = new WorkCalendar(SHANGHAI, autumn2026(), 2026);
    private static final List<DeadlineProfile> PROFILES = List.of(
            new DeadlineProfile(1, Instant.MIN, 1, "RESPOND", 30, "MINUTES"),
            new DeadlineProfile(1, Instant.MIN, 1, "CONTROL", 2, "HOURS"),
            new DeadlineProfile(1, Instant.MIN, 1, "REVISIT", 24, "HOURS"),
            new DeadlineProfile(1, Instant.MIN, 2, "CLOSE", 5, "WORKING_DAYS"),
            new DeadlineProfile(1, Instant.MIN, 3, "PLAN", 14, "DAYS"),
            new DeadlineProfile(2, Instant.parse("2026-12-01T00:00:00Z"), 3, "PLAN", 10, "DAYS"));
    private static final DeadlineMaker MAKER = new DeadlineMaker(PROFILES, CALENDAR);

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

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource({
        "2026-11-02T10:00, 2026-11-09T10:00, over a weekend",
        "2026-11-06T23:59, 2026-11-13T23:59, from a Friday night",
        "2026-11-07T10:00, 2026-11-14T00:00, reported on a Saturday",
        "2026-11-08T23:59:59, 2026-11-14T00:00, reported on a Sunday",
        "2026-09-28T09:30, 2026-10-10T09:30, over National Day with a make-up Saturday",
        "2026-10-03T12:00, 2026-10-14T00:00, reported within National Day",
        "2026-09-18T15:00, 2026-09-24T15:00, over a make-up Sunday",
        "2026-09-20T08:00, 2026-09-28T08:00, reported on a make-up Sunday before Mid-Autumn",
        "2026-11-02T00:00, 2026-11-09T00:00, at the first instant of a working day"
    })
    void dailyDemandsCloseWithinFiveWorkingDays(LocalDateTime reported, LocalDateTime due, String what) {
        assertThat(only(2, at(reported)).due()).as(what).isEqualTo(at(due));
    }

    @Test
    void urgentIncidentsRunByTheClockAcrossMidnightAndWeekends() {
        Instant reported = at(LocalDateTime.parse("2026-11-07T23:45"));
        assertThat(MAKER.make(1, reported))
                .extracting(DeadlineSet::kind, DeadlineSet::due)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("RESPOND", reported.plus(Duration.ofMinutes(30))),
                        org.assertj.core.groups.Tuple.tuple("CONTROL", reported.plus(Duration.ofHours(2))),
                        org.assertj.core.groups.Tuple.tuple("REVISIT", reported.plus(Duration.ofHours(24))));
    }

    @Test
    void aComplexMatterNeedsItsPlanWithinFourteenDaysToTheMicrosecond() {
        Instant reported = Instant.parse("2026-11-02T01:02:03.000004Z");
        assertThat(only(3, reported).due()).isEqualTo(Instant.parse("2026-11-16T01:02:03.000004Z"));
    }

    @Test
    void aNewProfileVersionCountsFromItsFirstInstantOn() {
        Instant change = Instant.parse("2026-12-01T00:00:00Z");
        assertThat(only(3, change.minusNanos(1_000)).profileVersion()).isEqualTo(1);
        assertThat(only(3, change).profileVersion()).isEqualTo(2);
        assertThat(only(3, change).due()).isEqualTo(change.plus(Duration.ofDays(10)));
    }

    @Test
    void aDeadlinePastTheLastKnownYearIsProvisional() {
        assertThat(only(2, at(LocalDateTime.parse("2026-12-24T23:00"))).provisional())
                .isFalse();
        assertThat(only(2, at(LocalDateTime.parse("2026-12-25T00:00"))).provisional())
                .isTrue();
    }

    @Test
    void aLaterReportIsNeverDueEarlier() {
        long seed = 20260920;
        Random random = new Random(seed);
        Instant start = at(LocalDateTime.parse("2026-08-01T00:00"));
        Instant earlier = start;
        for (int i = 0; i < 2_000; i++) {
            Instant later = earlier.plusSeconds(random.nextInt(6_000));
            assertThat(CALENDAR.plusWorkingDays(later, 5))
                    .as("seed %d, %s then %s", seed, earlier, later)
                    .isAfterOrEqualTo(CALENDAR.plusWorkingDays(earlier, 5));
            earlier = later;
        }
    }

    private static DeadlineSet only(int tier, Instant reported) {
        List<DeadlineSet> made = MAKER.make(tier, reported);
        assertThat(made).hasSize(1);
        return made.get(0);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
