package org.gridward.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridward.deadline.NewProfile.Row;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class ProfileChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final List<Row> SOUND = List.of(
            new Row(1, null, null, "RESPOND", 30L, "MINUTES"),
            new Row(2, null, null, "CLOSE", 5L, "WORKING_DAYS"),
            new Row(3, null, null, "PLAN", 14L, "DAYS"));

    @Test
    void readsASoundProfile() {
        DeadlineProfile profile = ProfileChecks.read(
                profile(SOUND, new Row(null, "dirty_road", null, "CLOSE", 5L, "working_hours")), 7, NOW);
        assertThat(profile.version()).isEqualTo(7);
        assertThat(profile.validFrom()).isEqualTo(NOW);
        assertThat(profile.limits()).contains(new Limit(null, "dirty_road", null, "CLOSE", 5, LimitUnit.WORKING_HOURS));
    }

    @Test
    void aProfileWithoutALimitNamesTheTier() {
        assertThat(refused(SOUND.subList(0, 2)))
                .containsExactly("/rows no limit for tier 3: an incident of it would" + " have no deadline");
        assertThat(refused(List.of())).hasSize(3);
        assertThat(refused(SOUND, new Row(2, null, null, "RESPOND", null, "HOURS")))
                .containsExactly("/rows/3/amount no limit: RESPOND of tier 2 needs an amount");
    }

    @Test
    void aLimitOfNothingOrLessNamesTheRow() {
        for (long amount : new long[] {0, -1, Long.MIN_VALUE, 100_001, Long.MAX_VALUE}) {
            assertThat(refused(SOUND, new Row(2, "noise", null, "CLOSE", amount, "HOURS")))
                    .containsExactly(
                            "/rows/3/amount " + amount + " is no limit for CLOSE of tier 2 of noise; 1 to 100000");
        }
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(refused(
                        SOUND,
                        new Row(4, null, null, "CLOSE", 1L, "HOURS"),
                        new Row(null, null, null, "CLOSE", 1L, "HOURS"),
                        new Row(2, "<b>", null, "CLOSE", 1L, "HOURS"),
                        new Row(2, null, "=1+1", "CLOSE", 1L, "HOURS"),
                        new Row(2, null, null, "LUNCH", 1L, "HOURS"),
                        new Row(2, "noise", null, "CLOSE", 1L, "FORTNIGHTS"),
                        null,
                        new Row(1, null, null, "RESPOND", 10L, "HOURS")))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "/rows/3/tier",
                        "/rows/4/tier",
                        "/rows/5/category",
                        "/rows/6/condition",
                        "/rows/7/kind",
                        "/rows/8/unit",
                        "/rows/9",
                        "/rows/10");
    }

    @Test
    void aProfileIsNotPutInForceInThePast() {
        NewProfile late = new NewProfile(NOW.minusSeconds(3_600), "名", "Name", "08:00-18:00", SOUND);
        assertThat(faults(late)).singleElement().asString().startsWith("/validFrom");
        assertThat(faults(new NewProfile(NOW, " ", "Name", "08:00-18:00", SOUND)))
                .hasSize(1);
    }

    private static List<String> refused(List<Row> rows, Row... more) {
        return faults(profile(rows, more));
    }

    private static List<String> faults(NewProfile profile) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ProfileChecks.read(profile, 7, NOW));
        assertThat(problem.status()).isEqualTo(422);
        return problem.entries().stream()
                .map(entry -> entry.pointer() + " " + entry.message())
                .toList();
    }

    private static NewProfile profile(List<Row> rows, Row... more) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(java.util.Arrays.asList(more));
        return new NewProfile(null, "名", "Name", "08:00-18:00", all);
    }
}
