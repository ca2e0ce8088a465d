package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReadinessTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final class Watch extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aSchedulerThatNoLongerComesRoundIsNotReady() {
        Watch watch = new Watch();
        SchedulerHealthIndicator scheduler = new SchedulerHealthIndicator(watch);

        watch.now = NOON.plusSeconds(59);
        assertThat(scheduler.health().getStatus()).isEqualTo(Status.UP);
        watch.now = NOON.plusSeconds(61);
        assertThat(scheduler.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        scheduler.beat();
        assertThat(scheduler.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void clocksAgreeWhenTheDatabaseAnswersLateButNotWhenItIsElsewhere() {
        assertThat(ClockHealthIndicator.agree(NOON, NOON.plusSeconds(20), NOON.plusSeconds(30)))
                .isTrue();
        assertThat(ClockHealthIndicator.agree(NOON, NOON.minusSeconds(6), NOON)).isFalse();
        assertThat(ClockHealthIndicator.agree(NOON, NOON.plusSeconds(6), NOON)).isFalse();
    }
}
