package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class ReportLimiterTest {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final ReportLimiter limiter = new ReportLimiter(clock, 2, 3);

    @Test
    void anAddressThatReportsTooOftenWaitsUntilTenMinutesHavePassed() {
        limiter.require("b1", "a");
        limiter.require("b1", "a");
        refused("b1", "a");
        now = now.plus(Duration.ofMinutes(10));
        assertThatCode(() -> limiter.require("b1", "a")).doesNotThrowAnyException();
    }

    @Test
    void oneBoardTakesSoManyReportsHoweverManyAddressesSendThem() {
        limiter.require("b1", "a");
        limiter.require("b1", "b");
        limiter.require("b1", "c");
        refused("b1", "d");
        assertThatCode(() -> limiter.require("b2", "d")).doesNotThrowAnyException();
    }

    private void refused(String board, String address) {
        assertThatThrownBy(() -> limiter.require(board, address))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> org.assertj.core.api.Assertions.assertThat(problem.status())
                                .isEqualTo(429));
    }
}
