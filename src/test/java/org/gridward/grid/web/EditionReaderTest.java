package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.gridward.platform.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EditionReaderTest {

    private static final String GRID = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"gridCode\":\"A\",\"households\":%s},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[122,30],[122.1,30],[122.1,30.1],[122,30]]]}}]}";

    private final EditionReader reader = new EditionReader(Clock.systemUTC(), JsonMapper.shared());

    @ParameterizedTest
    @ValueSource(strings = {"3000000000", "1000000000000000000000000000000", "-1", "1.5", "\"many\""})
    void refusesHouseholdsThatAreNoNumberOfHouseholds(String households) {
        assertThatThrownBy(() -> read(households))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("households"));
    }

    private void read(String households) {
        reader.read("grid", JsonMapper.shared().readTree(GRID.formatted(households)), null, null, null, null);
    }
}
