package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void crossesMidnightWhereItEndsBeforeItStarts() {
        Window night = new Window("2025-08-03", "23:00", "02:00");

        assertThat(night.start(ZONE)).isEqualTo(Instant.parse("2025-08-03T15:00:00Z"));
        assertThat(night.end(ZONE)).isEqualTo(Instant.parse("2025-08-03T18:00:00Z"));
    }

    @Test
    void staysOnItsDayOtherwiseAndTakesAWholeDayForEqualTimes() {
        assertThat(new Window("2025-12-31", "09:00", "17:30").end(ZONE))
                .isEqualTo(Instant.parse("2025-12-31T09:30:00Z"));
        assertThat(new Window("2025-12-31", "09:00", "09:00").end(ZONE))
                .isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
    }

    @Test
    void refusesWhatIsNoDateOrTime() {
        assertThatThrownBy(() -> new Window("2025-02-30", "23:00", "02:00").start(ZONE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Window("2025-02-03", "25:00", "02:00").start(ZONE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Window("2025-02-03", "23:00", null).end(ZONE))
                .isInstanceOf(Problem.class);
    }
}
