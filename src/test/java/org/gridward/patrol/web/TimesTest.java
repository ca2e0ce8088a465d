package org.gridward.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "1772323200, 2026-03-01T00:00:00Z",
        "1772323200.25, 2026-03-01T00:00:00.250Z",
        "1772323200123, 2026-03-01T00:00:00.123Z",
        "2026-03-01T08:00:00+08:00, 2026-03-01T00:00:00Z",
        "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z",
    })
    void readsSecondsMillisecondsAndIsoTimes(String text, Instant instant) {
        assertThat(Times.epochOrIso(text)).isEqualTo(instant);
    }

    @Test
    void asksForTheOffsetOfANaiveTime() {
        assertThatThrownBy(() -> Times.epochOrIso("2026-03-01T08:00:00")).hasMessageContaining("offset is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-5", "1e9", "2026-03-01", "99999999999999999999"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Times.epochOrIso(text)).isInstanceOf(Problem.class);
    }
}
