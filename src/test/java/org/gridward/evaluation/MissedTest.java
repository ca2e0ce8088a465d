package org.gridward.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridward.evaluation.Histories.START;
import static org.gridward.evaluation.Histories.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tracks by hand beside a spot at 121 E 31 N: a degree of longitude is 95,500 m there, so 0.0001 is 9.6 m. */
class MissedTest {

    private static final double DEGREE = 95_506;

    private static SightRules rules(double foot, double hours) {
        return new SightRules(1, Map.of("foot", foot, "vehicle", 60.0), 1, Map.of("exposed_rubbish", hours), Map.of());
    }

    private static Optional<Missed.Verdict> verdict(SightRules rules, CaseHistory report, Walk... walks) {
        Missed missed = new Missed(rules, List.of(report));
        for (Walk walk : walks) {
            missed.fix(walk.unit, walk.kind, START.plusSeconds(60 * walk.minutes), 121 + walk.east / DEGREE, walk.lat);
        }
        return missed.verdict(report);
    }

    /** A fix so many metres east of the spot, so many minutes after the report. */
    private record Walk(String unit, String kind, long minutes, double east, double lat) {

        static Walk foot(long minutes, double east) {
            return new Walk("P1", "foot", minutes, east, 31.0);
        }
    }

    @Test
    void aPassWithinTauIsPassedUnreportedAnOlderOneIsSeenLateAndNoneIsNotPassed() {
        CaseHistory report = report().build();
        assertThat(verdict(rules(30, 24), report, Walk.foot(-60, 20))).contains(Missed.Verdict.PASSED_UNREPORTED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-25 * 60, 20))).contains(Missed.Verdict.SEEN_LATE);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-60, 35))).contains(Missed.Verdict.NOT_PASSED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(1, 0)))
                .as("after the report")
                .contains(Missed.Verdict.NOT_PASSED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-31 * 24 * 60, 0))).contains(Missed.Verdict.NOT_PASSED);
    }

    @Test
    void countsChangeOnlyWithTauAndSight() {
        CaseHistory report = report().build();
        Walk[] walks = {Walk.foot(-600, 35), Walk.foot(-3_000, 10)};
        assertThat(verdict(rules(30, 24), report, walks)).contains(Missed.Verdict.SEEN_LATE);
        assertThat(verdict(rules(40, 24), report, walks)).contains(Missed.Verdict.PASSED_UNREPORTED);
        assertThat(verdict(rules(40, 8), report, walks)).contains(Missed.Verdict.SEEN_LATE);
        assertThat(verdict(rules(30, 60), report, walks)).contains(Missed.Verdict.PASSED_UNREPORTED);
        assertThat(verdict(rules(5, 24), report, walks)).contains(Missed.Verdict.NOT_PASSED);
    }

    @Test
    void theStraightWayBetweenTwoFixesIsAPassUnlessTheyAreTooFarApartInTime() {
        CaseHistory report = report().build();
        assertThat(verdict(rules(30, 24), report, Walk.foot(-60, -300), Walk.foot(-56, 300)))
                .contains(Missed.Verdict.PASSED_UNREPORTED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-60, -300), Walk.foot(-40, 300)))
                .contains(Missed.Verdict.NOT_PASSED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-60, -300), new Walk("P2", "foot", -58, 300, 31.0)))
                .as("two units are no way")
                .contains(Missed.Verdict.NOT_PASSED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-4, -300), Walk.foot(4, 300)))
                .as("the pass was at the minute of the report")
                .contains(Missed.Verdict.PASSED_UNREPORTED);
    }

    @Test
    void ofAWayThatGoesOnAfterTheReportThePartBeforeItCounts() {
        CaseHistory report = report().build();
        assertThat(verdict(rules(30, 24), report, Walk.foot(-4, -300), Walk.foot(5, 300)))
                .as("33 m away when it was reported, nearest after it")
                .contains(Missed.Verdict.NOT_PASSED);
        assertThat(verdict(rules(40, 24), report, Walk.foot(-4, -300), Walk.foot(5, 300)))
                .contains(Missed.Verdict.PASSED_UNREPORTED);
    }

    @Test
    void sightGoesByTheWayOfTravelling() {
        CaseHistory report = report().build();
        assertThat(verdict(rules(30, 24), report, new Walk("V", "vehicle", -30, 50, 31.0)))
                .contains(Missed.Verdict.PASSED_UNREPORTED);
        assertThat(verdict(rules(30, 24), report, Walk.foot(-30, 50))).contains(Missed.Verdict.NOT_PASSED);
    }

    @Test
    void whatNoPatrolCanSeeOrItselfReportedIsNotJudged() {
        assertThat(verdict(rules(30, 24), report().category("noise").build(), Walk.foot(-30, 0)))
                .isEmpty();
        assertThat(verdict(rules(30, 24), report().channel("PATROL").build(), Walk.foot(-30, 0)))
                .isEmpty();
        assertThat(verdict(rules(30, 24), report().channel("SENSOR").build(), Walk.foot(-30, 0)))
                .isEmpty();
    }
}
