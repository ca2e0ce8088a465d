package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class MissLimiterTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MissLimiter limiter = new MissLimiter(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            20);

    @Test
    void tellsAnAddressToWaitAfterTwentyMissesInTenMinutes() {
        for (int i = 0; i < 20; i++) {
            assertThatCode(() -> limiter.missed("10.0.0.1")).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> limiter.missed("10.0.0.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        assertThatCode(() -> limiter.missed("10.0.0.2")).doesNotThrowAnyException();

        now = now.plus(Duration.ofMinutes(10));
        assertThatCode(() -> limiter.missed("10.0.0.1")).doesNotThrowAnyException();
    }
}
