package org.gridward.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridward.evidence.PresenceRule.Claim;
import org.gridward.evidence.PresenceRule.Fix;
import org.gridward.evidence.PresenceRule.Judgement;
import org.junit.jupiter.api.Test;

/** The examples of docs/presence.md, and that nothing but the set of fixes counts. */
class PresenceRuleTest {

    private static final Instant TEN = Instant.parse("2026-03-01T02:00:00Z");
    private static final double LON = 122.105;
    private static final double LAT = 30.025;

    private final PresenceRule arriving = new PresenceRule(PresenceParameters.of("ARRIVE", 3));
    private final PresenceRule finishing = new PresenceRule(PresenceParameters.of("FINISH", 3));

    private static Instant at(int minutes) {
        return TEN.plusSeconds(60L * minutes);
    }

    /** A fix a minute, so many metres east of the place. */
    private static List<Fix> track(int fromMinute, int toMinute, double meters) {
        List<Fix> fixes = new ArrayList<>();
        for (int minute = fromMinute; minute <= toMinute; minute++) {
            fixes.add(new Fix(at(minute), LON + meters / 96_300, LAT, 10.0));
        }
        return fixes;
    }

    @SafeVarargs
    private static List<Fix> all(List<Fix>... tracks) {
        List<Fix> fixes = new ArrayList<>();
        for (List<Fix> track : tracks) {
            fixes.addAll(track);
        }
        return fixes;
    }

    private static Claim claim(int minute, boolean ending) {
        return new Claim(at(minute), LON, LAT, 10, ending);
    }

    @Test
    void aStayAroundTheClaimedTimeProvesIt() {
        Judgement judged = arriving.judge(claim(0, false), all(track(-20, -2, 2_000), track(-1, 15, 20)));
        assertThat(judged.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(judged.reason()).isEqualTo(PresenceReason.AT_PLACE);
        assertThat(judged.figures().dwellSeconds()).isEqualTo(960);
        assertThat(judged.figures().offsetSeconds()).isZero();
        assertThat(judged.figures().distanceMeters()).isBetween(15.0, 25.0);
    }

    @Test
    void aTrackElsewhereDoesNotSupportIt() {
        Judgement judged = finishing.judge(claim(0, true), track(-30, 30, 1_800));
        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
        assertThat(judged.reason()).isEqualTo(PresenceReason.ELSEWHERE);
        assertThat(judged.figures().nearestMeters()).isBetween(1_700.0, 1_900.0);
    }

    @Test
    void aClockTenMinutesFastIsAnOffset() {
        Judgement judged = finishing.judge(claim(10, true), all(track(-20, 0, 10), track(2, 30, 900)));
        assertThat(judged.verdict()).isEqualTo(Verdict.PLAUSIBLE);
        assertThat(judged.reason()).isEqualTo(PresenceReason.CLOCK_OFFSET);
        assertThat(judged.figures().offsetSeconds()).isEqualTo(600);
    }

    @Test
    void aClockTenMinutesSlowIsAnOffsetToo() {
        Judgement judged = arriving.judge(claim(-10, false), all(track(-30, -2, 900), track(0, 20, 10)));
        assertThat(judged.reason()).isEqualTo(PresenceReason.CLOCK_OFFSET);
        assertThat(judged.figures().offsetSeconds()).isEqualTo(-600);
    }

    @Test
    void aStayTwentyMinutesAwayIsNoOffset() {
        Judgement judged = finishing.judge(claim(20, true), all(track(-20, 0, 10), track(2, 30, 900)));
        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
    }

    @Test
    void walkingPastIsTooShort() {
        Judgement judged =
                arriving.judge(claim(0, false), all(track(-10, -1, 600), track(0, 0, 20), track(1, 10, 600)));
        assertThat(judged.verdict()).isEqualTo(Verdict.PLAUSIBLE);
        assertThat(judged.reason()).isEqualTo(PresenceReason.SHORT_STAY);
        assertThat(judged.figures().dwellSeconds()).isZero();
    }

    @Test
    void aSilenceInWhichOneCouldHaveComeIsPlausibleAndOneInWhichOneCouldNotIsNot() {
        assertThat(arriving.judge(claim(0, false), all(track(-20, -10, 800), track(10, 20, 800)))
                        .reason())
                .isEqualTo(PresenceReason.REACHABLE);
        assertThat(arriving.judge(claim(0, false), all(track(-20, -10, 9_000), track(10, 20, 9_000)))
                        .reason())
                .isEqualTo(PresenceReason.OUT_OF_REACH);
    }

    @Test
    void nothingSentIsNoTrack() {
        assertThat(arriving.judge(claim(0, false), List.of()).verdict()).isEqualTo(Verdict.NO_TRACK);
        assertThat(arriving.judge(claim(0, false), track(40, 60, 10)).verdict()).isEqualTo(Verdict.NO_TRACK);
        assertThat(arriving.judge(claim(0, false), track(-29, -20, 300)).verdict())
                .isEqualTo(Verdict.NO_TRACK);
    }

    @Test
    void aLeapAndACoarseFixProveNothing() {
        List<Fix> fixes = track(-20, 20, 5_000);
        fixes.add(new Fix(at(0).plusSeconds(5), LON, LAT, 10.0));
        fixes.add(new Fix(at(0).plusSeconds(30), LON, LAT, 1_500.0));
        assertThat(arriving.judge(claim(0, false), fixes).verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
    }

    @Test
    void theOrderOfFixesChangesNothing() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<Fix> fixes = new ArrayList<>();
            int count = random.nextInt(60);
            double meters = random.nextInt(500);
            for (int i = 0; i < count; i++) {
                meters = Math.max(0, meters + random.nextInt(401) - 200);
                fixes.add(new Fix(
                        TEN.plusSeconds(random.nextInt(3_600) - 1_800L).plusMillis(i),
                        LON + meters / 96_300,
                        LAT,
                        random.nextBoolean() ? null : random.nextInt(300) * 1.0));
            }
            Claim claim = claim(random.nextInt(11) - 5, random.nextBoolean());
            Judgement first = arriving.judge(claim, fixes);
            for (int i = 0; i < 4; i++) {
                Collections.shuffle(fixes, random);
                assertThat(arriving.judge(claim, fixes)).isEqualTo(first);
            }
        }
    }

    @Test
    void aHoldIsKeptAsLongAsTheTrackStays() {
        Hold.Stay stayed = StayRule.judge(LON, LAT, at(0), at(30), track(0, 30, 30));
        assertThat(stayed.kept()).isEqualTo(Hold.Kept.STAYED);
        assertThat(stayed.secondsAtPlace()).isEqualTo(1_800);
        Hold.Stay left = StayRule.judge(LON, LAT, at(0), at(30), all(track(0, 10, 30), track(11, 30, 700)));
        assertThat(left.kept()).isEqualTo(Hold.Kept.LEFT);
        assertThat(left.longestAwaySeconds()).isEqualTo(1_200);
        assertThat(StayRule.judge(LON, LAT, at(0), at(30), List.of()).kept()).isEqualTo(Hold.Kept.NO_TRACK);
    }
}
