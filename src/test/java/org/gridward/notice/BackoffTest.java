package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final UUID ONE = new UUID(0x0190L, 0x8000_0000_0000_0001L);

    @Test
    void growsFromTenSecondsToHalfAnHourWithinAQuarter() {
        assertThat(Backoff.after(ONE, 1)).isBetween(Duration.ofMillis(7_500), Duration.ofMillis(12_500));
        assertThat(Backoff.after(ONE, 4)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
        assertThat(Backoff.after(ONE, 30)).isBetween(Duration.ofSeconds(1_350), Duration.ofSeconds(2_250));
    }

    @Test
    void triesForMoreThanAnHourBeforeItParks() {
        Duration total = Duration.ZERO;
        for (int tries = 1; tries < Backoff.TRIES_MOST; tries++) {
            total = total.plus(Backoff.after(ONE, tries));
        }
        assertThat(total).isBetween(Duration.ofHours(2), Duration.ofHours(6));
    }

    @Test
    void spreadsMessagesThatFailedTogetherAndRepeatsItself() {
        Set<Duration> waits = new HashSet<>();
        for (long i = 0; i < 100; i++) {
            waits.add(Backoff.after(new UUID(1, i * 0x1234_5678_9ABCL), 3));
        }
        assertThat(waits).hasSizeGreaterThan(90);
        assertThat(Backoff.after(ONE, 3)).isEqualTo(Backoff.after(ONE, 3));
    }

    @Test
    void leavesATargetAloneAfterFiveFailuresInARow() {
        assertThat(Backoff.pause(ONE, 4)).isZero();
        assertThat(Backoff.pause(ONE, 5)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
        assertThat(Backoff.pause(ONE, 60)).isLessThanOrEqualTo(Duration.ofMinutes(38));
    }
}
