package org.gridward.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.deadline.TestCalendars.SHANGHAI;
import static org.gridward.deadline.TestCalendars.at;
import static org.gridward.deadline.TestCalendars.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The working clock: known cases, among them faults of other products, and what must hold for all instants. */
class WorkTimeTest {

    private static final long SEED = 20260920;
    private static final Instant FIRST = at("2026-08-01T00:00");
    private static final int SPAN_SECONDS = 120 * 86_400;

    @ParameterizedTest(name = "{0} + {1} h -> {2} within {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-02T17:00 | 4 | 2026-11-03T11:00 | 08:00-18:00",
                "2026-11-02T17:00 | 3 | 2026-11-03T10:00 | 08:00-18:00",
                "2026-11-02T17:00 | 1 | 2026-11-02T18:00 | 08:00-18:00",
                "2026-11-06T17:30 | 5 | 2026-11-09T12:30 | 08:00-18:00",
                "2026-11-07T12:00 | 5 | 2026-11-09T13:00 | 08:00-18:00",
                "2026-11-02T11:00 | 2 | 2026-11-02T14:30 | 08:30-12:00,13:30-17:30",
                "2026-11-02T12:30 | 1 | 2026-11-02T14:30 | 08:30-12:00,13:30-17:30",
                "2026-09-19T09:00 | 5 | 2026-09-20T13:00 | 08:00-18:00",
                "2026-09-30T17:00 | 2 | 2026-10-08T09:00 | 08:00-18:00",
                "2026-10-09T17:00 | 5 | 2026-10-10T12:00 | 08:00-18:00",
                "2026-11-07T22:00 | 5 | 2026-11-09T05:00 | 00:00-24:00"
            })
    void countsWithinWorkingHours(String start, long hours, String end, String segments) {
        WorkTime time = time(segments);
        assertThat(time.plus(at(start), Duration.ofHours(hours))).isEqualTo(at(end));
        assertThat(time.between(at(start), at(end))).isEqualTo(Duration.ofHours(hours));
        assertThat(time.between(at(end), at(start))).isEqualTo(Duration.ofHours(-hours));
    }

    @Test
    void anHourBeforeTheEndStaysWithinTheSegment() {
        WorkTime time = time("08:00-18:00");
        Instant monday = at("2026-11-02T17:00");
        assertThat(time.plus(monday, Duration.ofHours(4))).isEqualTo(at("2026-11-03T11:00"));
        assertThat(time.plus(monday, Duration.ofHours(4).minusHours(1))).isEqualTo(at("2026-11-03T10:00"));
    }

    @Test
    void aClockWithoutPauseIsExactAcrossMidnight() {
        WorkTime time =
                new WorkTime(new WorkCalendar(SHANGHAI, Map.of(), Set.of(2026)), WorkHours.parse("00:00-24:00"));
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2026-11-02T00:00").plusSeconds(random.nextInt(2 * 86_400));
            Duration length = Duration.ofSeconds(random.nextInt(86_400));
            assertThat(time.plus(start, length)).as("seed %d, %s", SEED, start).isEqualTo(start.plus(length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00-18:00", "08:30-12:00,13:30-17:30", "00:00-24:00", "22:00-24:00"})
    void whatHoldsForAllInstants(String segments) {
        WorkTime time = time(segments);
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            Instant start = FIRST.plusSeconds(random.nextInt(SPAN_SECONDS)).plusNanos(random.nextInt(1_000) * 1_000L);
            Instant later = start.plusSeconds(random.nextInt(200_000));
            Duration length = Duration.ofSeconds(1 + random.nextInt(300_000));
            Instant end = time.plus(start, length);
            String why = "seed %d, %s + %s in %s".formatted(SEED, start, length, segments);
            assertThat(time.between(start, end)).as(why).isEqualTo(length);
            assertThat(time.plus(later, length)).as(why).isAfterOrEqualTo(end);
            assertThat(time.plus(start, length.plusSeconds(1))).as(why).isAfter(end);
            assertThat(time.between(start, later).plus(time.between(later, end)))
                    .as(why)
                    .isEqualTo(length);
            assertThat(time.plus(time.plus(start, length.dividedBy(2)), length.minus(length.dividedBy(2))))
                    .as(why)
                    .isEqualTo(end);
            assertThat(isWorked(time, end)).as(why).isTrue();
            assertThat(isWorked(time, time.plus(start, Light.untilWarning(length))))
                    .as(why)
                    .isTrue();
        }
    }

    @Test
    void theZoneOfTheMachineDoesNotMatter() {
        TimeZone kept = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "America/New_York", "Pacific/Kiritimati"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of(zone));
                countsWithinWorkingHours("2026-09-19T09:00", 5, "2026-09-20T13:00", "08:00-18:00");
                whatHoldsForAllInstants("08:30-12:00,13:30-17:30");
            }
        } finally {
            TimeZone.setDefault(kept);
        }
    }

    @Test
    void aCalendarWithoutWorkingDaysEndsTheSearch() {
        Map<LocalDate, Boolean> off = new HashMap<>();
        for (int day = 0; day < 1_000; day++) {
            off.put(LocalDate.of(2026, 8, 1).plusDays(day), false);
        }
        WorkCalendar never = new WorkCalendar(SHANGHAI, off, Set.of());
        assertThatThrownBy(() -> new WorkTime(never, WorkHours.parse("08:00-18:00")).plus(FIRST, Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8:00-18:00",
                "18:00-08:00",
                "08:00-08:00",
                "08:00-12:00,11:00-18:00",
                "08:00-24:01",
                "08:60-09:00",
                "08:00-12:00,",
                "08:00-12:00;13:00-18:00",
                "25:00-26:00",
                "08:00-12:00,12:00-18:00"
            })
    void workingHoursMustBeSegmentsInOrder(String text) {
        assertThatThrownBy(() -> WorkHours.parse(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("08:30-12:00,13:30-17:30");
        assertThat(WorkHours.parse("08:30-12:00,13:30-24:00").text()).isEqualTo("08:30-12:00,13:30-24:00");
    }

    private static boolean isWorked(WorkTime time, Instant instant) {
        Instant just = instant.minusNanos(1);
        LocalTime local = just.atZone(SHANGHAI).toLocalTime();
        int minute = local.getHour() * 60 + local.getMinute();
        return time.calendar().isWorking(just.atZone(SHANGHAI).toLocalDate())
                && time.hours().segments().stream()
                        .anyMatch(segment -> segment.fromMinute() <= minute && minute < segment.toMinute());
    }
}
