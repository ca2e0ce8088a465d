package org.gridward.mapdata.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

    private final TimeReader shanghai = new TimeReader(ZoneId.of("Asia/Shanghai"));
    private final TimeReader chicago = new TimeReader(ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00+08:00, 2026-03-01T00:00:00Z",
        "2026-03-01 08:00:00+08:00, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z",
        "2026-03-01 08:00, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00:30, 2026-03-01T00:00:30Z",
        "2026-03-01T08:00:30.123, 2026-03-01T00:00:30.123Z",
        "2026/3/1 8:05, 2026-03-01T00:05:00Z",
        "20260301, 2026-02-28T16:00:00Z",
        "20260301080000, 2026-03-01T00:00:00Z",
        "1772323200, 2026-03-01T00:00:00Z",
        "1772323200500, 2026-03-01T00:00:00.500Z"
    })
    void readsEveryUsualForm(String text, Instant expected) {
        assertThat(shanghai.read("t", text, Optional.empty())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "09/05/2015 01:30:00 PM, 2015-09-05T18:30:00Z",
        "09/05/2015 12:00:00 AM, 2015-09-05T05:00:00Z",
        "9/5/2015 13:30, 2015-09-05T18:30:00Z",
        "01/05/2015 01:30:00 PM, 2015-01-05T19:30:00Z"
    })
    void readsAmericanTimesOfTheZoneWithItsSummerTime(String text, Instant expected) {
        assertThat(chicago.read("t", text, Optional.empty())).isEqualTo(expected);
    }

    @Test
    void addsAnHourToADateOnly() {
        assertThat(shanghai.read("t", "2026-03-01", Optional.of(24))).isEqualTo("2026-03-01T16:00:00Z");
        assertThat(shanghai.read("t", "2026-03-01 08:00", Optional.of(5))).isEqualTo("2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "25:00",
                "13/13/2015 01:30:00 PM",
                "2026-03-01T08:00:00+99:00",
                "-5",
                "1e9"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> shanghai.read("when", text, Optional.empty()))
                .isInstanceOfSatisfying(BadRow.class, bad -> {
                    assertThat(bad.at(7).field()).isEqualTo("when");
                    assertThat(bad.at(7).value()).isEqualTo(text);
                    assertThat(bad.at(7).row()).isEqualTo(7);
                });
    }
}
