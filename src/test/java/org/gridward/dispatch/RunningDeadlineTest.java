package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gridward.deadline.Due;
import org.gridward.deadline.DueMaker;
import org.gridward.deadline.LimitUnit;
import org.gridward.deadline.TestProfiles;
import org.gridward.deadline.TimeScale;
import org.gridward.deadline.WorkCalendar;
import org.junit.jupiter.api.Test;

/** What stopping, going on and extending keep, for random instants on every kind of clock. */
class RunningDeadlineTest {

    private static final long SEED = 20261125;
    private static final int ROUNDS = 2_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DueMaker MAKER =
            new DueMaker(List.of(TestProfiles.standard()), new WorkCalendar(SHANGHAI, days(), Set.of(2026)), 1);

    private static Map<LocalDate, Boolean> days() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            days.put(LocalDate.of(2026, 10, day), false);
        }
        days.put(LocalDate.parse("2026-09-20"), true);
        days.put(LocalDate.parse("2026-10-10"), true);
        return days;
    }

    private record Case(RunningDeadline deadline, TimeScale scale, Instant at, String why) {}

    @Test
    void aPauseKeepsWhatIsLeft() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Case made = random(random);
            RunningDeadline running = made.deadline();
            Duration left = running.leftAt(made.at(), made.scale());
            Instant resumed = made.at().plusSeconds(random.nextInt(30 * 86_400));
            Instant until = random.nextBoolean() ? made.at().plusSeconds(1 + random.nextInt(60 * 86_400)) : null;
            RunningDeadline standing = running.stop(made.at(), until, made.scale());
            assertThat(standing.leftAt(resumed, made.scale())).as(made.why()).isEqualTo(left);
            RunningDeadline again = standing.goOn(resumed, made.scale());
            assertThat(made.scale().between(resumed, again.due()))
                    .as(made.why())
                    .isEqualTo(left);
            assertThat(again.due()).as(made.why()).isAfterOrEqualTo(running.due());
            assertThat(again.length()).isEqualTo(running.length());
            assertThat(again.warnAt()).as(made.why()).isBeforeOrEqualTo(again.due());
        }
    }

    @Test
    void aPauseOfNoTimeChangesNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Case made = random(random);
            RunningDeadline same =
                    made.deadline().stop(made.at(), null, made.scale()).goOn(made.at(), made.scale());
            assertThat(same.due()).as(made.why()).isEqualTo(made.deadline().due());
        }
    }

    @Test
    void twoPausesAreOneAsLongAsBothAndExtensionsAddUp() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Case made = random(random);
            TimeScale scale = made.scale();
            Duration by = Duration.ofSeconds(1 + random.nextInt(200_000));
            Duration more = Duration.ofSeconds(1 + random.nextInt(200_000));
            RunningDeadline once = made.deadline().extend(by.plus(more), scale);
            RunningDeadline twice = made.deadline().extend(by, scale).extend(more, scale);
            assertThat(twice.due()).as(made.why()).isEqualTo(once.due());
            assertThat(scale.between(made.deadline().due(), once.due()))
                    .as(made.why())
                    .isEqualTo(by.plus(more));
            Instant resumed = made.at().plusSeconds(random.nextInt(20 * 86_400));
            assertThat(made.deadline()
                            .stop(made.at(), null, scale)
                            .extend(by, scale)
                            .goOn(resumed, scale)
                            .due())
                    .as(made.why())
                    .isEqualTo(made.deadline()
                            .extend(by, scale)
                            .stop(made.at(), null, scale)
                            .goOn(resumed, scale)
                            .due());
        }
    }

    @Test
    void countingAgainByTheSameCalendarChangesNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            Case made = random(random);
            RunningDeadline moved = made.deadline()
                    .stop(made.at(), null, made.scale())
                    .goOn(made.at().plusSeconds(random.nextInt(864_000)), made.scale())
                    .extend(Duration.ofSeconds(random.nextInt(90_000)), made.scale());
            RunningDeadline again = moved.recount(made.scale());
            assertThat(again.due()).as(made.why()).isEqualTo(moved.due());
            assertThat(again.warnAt()).as(made.why()).isEqualTo(moved.warnAt());
        }
    }

    /** A deadline on a random clock, and an instant at which it still runs. */
    private static Case random(Random random) {
        LimitUnit unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
        int amount = 1 + random.nextInt(unit == LimitUnit.MINUTES ? 600 : 12);
        Instant start = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(50 * 86_400));
        Due due = MAKER.make("CLOSE", amount, unit, start);
        TimeScale scale = MAKER.scale(due.profileVersion(), unit);
        RunningDeadline deadline = new RunningDeadline(
                i(random),
                new UUID(0, 1),
                "CLOSE",
                unit,
                due.profileVersion(),
                due.length(),
                start,
                due.length(),
                due.due(),
                due.warnAt(),
                false,
                false);
        Instant at = start.plusSeconds(
                (long) (random.nextDouble() * Duration.between(start, due.due()).toSeconds()));
        return new Case(deadline, scale, at, "seed " + SEED + ", " + due + " at " + at);
    }

    private static long i(Random random) {
        return random.nextInt(1_000);
    }
}
