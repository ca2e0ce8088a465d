package org.gridward.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.deadline.TestCalendars.AUTUMN;
import static org.gridward.deadline.TestCalendars.at;
import static org.gridward.deadline.TestCalendars.limit;
import static org.gridward.deadline.TestCalendars.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueMakerTest {

    private static final Instant CHANGE = Instant.parse("2026-12-01T00:00:00Z");
    private static final DueMaker MAKER = new DueMaker(
            List.of(
                    profile(1, Instant.MIN, "00:00-24:00"),
                    profile(
                            2,
                            Instant.MIN,
                            "08:00-18:00",
                            limit(null, "dirty_road", "CLOSE", 5, LimitUnit.WORKING_HOURS),
                            new Limit(2, "dirty_road", "after_storm", "CLOSE", 2, LimitUnit.WORKING_DAYS)),
                    profile(3, CHANGE, "08:30-12:00,13:30-17:30")),
            AUTUMN,
            1);
    private static final DueMaker WHOLE_DAYS = new DueMaker(List.of(profile(1, Instant.MIN, "00:00-24:00")), AUTUMN, 1);

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource({
        "2026-11-02T10:00, 2026-11-09T10:00, over a weekend",
        "2026-11-06T23:59, 2026-11-13T18:00, from a Friday night",
        "2026-11-07T10:00, 2026-11-13T18:00, reported on a Saturday",
        "2026-11-08T23:59:59, 2026-11-13T18:00, reported on a Sunday",
        "2026-09-28T09:30, 2026-10-10T09:30, over National Day with a make-up Saturday",
        "2026-10-03T12:00, 2026-10-13T18:00, reported within National Day",
        "2026-09-18T15:00, 2026-09-24T15:00, over a make-up Sunday",
        "2026-09-20T08:00, 2026-09-24T18:00, reported on a make-up Sunday before Mid-Autumn",
        "2026-11-02T00:00, 2026-11-06T18:00, at the first instant of a working day"
    })
    void dailyDemandsCloseWithinFiveWorkingDays(String reported, String due, String what) {
        assertThat(only(MAKER, 2, at(reported)).due()).as(what).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "whole days: {0} -> {1}")
    @CsvSource({
        "2026-11-02T10:00, 2026-11-09T10:00",
        "2026-11-06T23:59, 2026-11-13T23:59",
        "2026-11-07T10:00, 2026-11-14T00:00",
        "2026-10-03T12:00, 2026-10-14T00:00"
    })
    void workingDaysMayBeWholeDays(String reported, String due) {
        assertThat(only(WHOLE_DAYS, 2, at(reported)).due()).isEqualTo(at(due));
    }

    @Test
    void urgentIncidentsRunByTheClockAcrossMidnightAndWeekends() {
        Instant reported = at("2026-11-07T23:45");
        assertThat(MAKER.make(1, "fire", null, reported))
                .extracting(Due::kind, Due::due, Due::provisional)
                .containsExactly(
                        Tuple.tuple("RESPOND", reported.plus(Duration.ofMinutes(30)), false),
                        Tuple.tuple("CONTROL", reported.plus(Duration.ofHours(2)), false),
                        Tuple.tuple("REVISIT", reported.plus(Duration.ofHours(24)), false));
        assertThat(MAKER.make("RESPOND", 3, LimitUnit.URGENT_HOURS, reported).due())
                .isEqualTo(reported.plus(Duration.ofHours(3)));
    }

    @Test
    void aComplexMatterNeedsItsPlanWithinFourteenDaysToTheMicrosecond() {
        Due due = only(MAKER, 3, Instant.parse("2026-11-02T01:02:03.000004Z"));
        assertThat(due.due()).isEqualTo(Instant.parse("2026-11-16T01:02:03.000004Z"));
        assertThat(due.warnAt()).isEqualTo(Instant.parse("2026-11-13T05:50:03.000004Z"));
    }

    @Test
    void aRowThatSaysMoreGoesBeforeTheRowOfTheTier() {
        Instant monday = at("2026-11-02T17:00");
        assertThat(MAKER.make(2, "dirty_road", null, monday).get(0).due()).isEqualTo(at("2026-11-03T12:00"));
        assertThat(MAKER.make(2, "dirty_road", "after_storm", monday).get(0).due())
                .isEqualTo(at("2026-11-04T17:00"));
        assertThat(MAKER.make(2, "noise", "after_storm", monday).get(0).due()).isEqualTo(at("2026-11-09T17:00"));
        assertThat(MAKER.make(1, "dirty_road", null, monday))
                .extracting(Due::kind)
                .containsExactly("RESPOND", "CONTROL", "CLOSE", "REVISIT");
    }

    @Test
    void aNewProfileVersionCountsFromItsFirstInstantOn() {
        assertThat(only(MAKER, 3, CHANGE.minusNanos(1_000)).profileVersion()).isEqualTo(2);
        assertThat(only(MAKER, 3, CHANGE).profileVersion()).isEqualTo(3);
        assertThat(MAKER.profileAt(CHANGE).workHours().day()).isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void aDeadlineOfWorkingTimeInAYearWithoutCalendarIsProvisional() {
        assertThat(only(MAKER, 2, at("2026-12-24T23:00")).provisional()).isFalse();
        Due lastDay = only(WHOLE_DAYS, 2, at("2026-12-25T00:00"));
        assertThat(lastDay.due()).isEqualTo(at("2027-01-01T00:00"));
        assertThat(lastDay.provisional()).isFalse();
        assertThat(only(MAKER, 2, at("2026-12-25T10:00")).provisional()).isTrue();
        assertThat(only(MAKER, 2, at("2025-12-31T17:00")).provisional()).isTrue();
        assertThat(only(MAKER, 3, at("2026-12-25T10:00")).provisional())
                .as("plain days need no calendar")
                .isFalse();
    }

    @Test
    void noLimitIsNothingOrLess() {
        assertThatThrownBy(() -> MAKER.make("CLOSE", 0, LimitUnit.HOURS, CHANGE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> LimitUnit.parse("FORTNIGHTS", "/unit"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("FORTNIGHTS")
                .hasMessageContaining("WORKING_DAYS");
    }

    private static Due only(DueMaker maker, int tier, Instant reported) {
        List<Due> made = maker.make(tier, "noise", null, reported);
        assertThat(made).hasSize(1);
        return made.get(0);
    }
}
