package org.gridward.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {

    @ParameterizedTest(name = "{0} of 100 minutes left: {1}")
    @CsvSource({
        "100:00, GREEN",
        "20:00, GREEN",
        "19:59, YELLOW",
        "00:01, YELLOW",
        "00:00, YELLOW",
        "-00:01, RED",
        "-500:00, RED"
    })
    void isGreenTo80PercentYellowTo100AndRedBeyond(String left, Light light) {
        String[] parts = left.replace("-", "").split(":");
        Duration time = Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
        assertThat(Light.of(Duration.ofMinutes(100), left.startsWith("-") ? time.negated() : time))
                .isEqualTo(light);
    }
}
