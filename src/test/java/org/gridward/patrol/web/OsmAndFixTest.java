package org.gridward.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.gridward.patrol.Fix;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OsmAndFixTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void readsTheQueryFormWithSpeedInKnots() {
        OsmAndFix sent = read(
                "id=U-1&lat=30.0&lon=122.1&timestamp=1772323200&speed=10&bearing=90&altitude=12&accuracy=6.5&batt=80");
        assertThat(sent.unit()).isEqualTo("U-1");
        assertThat(sent.fix()).isEqualTo(new Fix(NOW, 122.1, 30.0, 6.5, 10 * 1852.0 / 3600));
    }

    @Test
    void takesTheTimeOfArrivalWhereNoneIsSent() {
        assertThat(read("deviceid=U-1&lat=30.0&lon=122.1").fix().t()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "lat=30&lon=122, id",
        "id=U&lon=122, lat",
        "id=U&lat=&lon=122, lat",
        "id=U&lat=x&lon=122, lat",
        "id=U&lat=30&lon=122&timestamp=noon, noon",
        "id=U&lat=30&lon=122&timestamp=2026-03-01T00:00:00, offset",
        "id=U&lat=NaN&lon=122, NaN",
        "id=U&lat=122&lon=30, swapped",
    })
    void namesTheParameterThatIsWrong(String query, String named) {
        assertThatThrownBy(() -> read(query)).isInstanceOf(Problem.class).hasMessageContaining(named);
    }

    private static OsmAndFix read(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String pair : query.split("&")) {
            request.setParameter(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return OsmAndFix.of(request, NOW);
    }
}
