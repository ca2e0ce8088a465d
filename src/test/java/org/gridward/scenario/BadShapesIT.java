package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A planner sends grids of spoilt shapes: each is refused with what is wrong and where. */
@GridwardIT
class BadShapesIT extends SpoiltEdition {

    @Test
    void refusesASelfCrossingGridAndShowsTheCrossing() {
        double w = TestTown.lon(1);
        double s = TestTown.lat(1);
        String bowTie = polygon(w, s, w + 0.01, s + 0.01, w + 0.01, s, w, s + 0.01, w, s);

        Answer answer = adopt(new EditionDraft().withGeometry(CODE, bowTie));

        JsonNode fault = fault(answer, "INVALID_SHAPE");
        assertThat(fault.path("codes").toString()).contains(CODE);
        assertThat(fault.at("/location/coordinates/0").asDouble()).isCloseTo(w + 0.005, within(1e-9));
        assertThat(fault.at("/location/coordinates/1").asDouble()).isCloseTo(s + 0.005, within(1e-9));
    }

    @Test
    void refusesASelfCrossingStarWithoutTryingToRepairIt() {
        double lon = TestTown.lon(1) + 0.005;
        double lat = TestTown.lat(1) + 0.005;
        int points = 2_001;
        String star = polygon(IntStream.rangeClosed(0, points)
                .mapToDouble(i -> 2 * Math.PI * (i % points) * (points / 2) / points)
                .flatMap(angle ->
                        java.util.stream.DoubleStream.of(lon + 0.004 * Math.cos(angle), lat + 0.004 * Math.sin(angle)))
                .toArray());

        fault(adopt(new EditionDraft().withGeometry(CODE, star)), "INVALID_SHAPE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}",
            })
    void refusesAnEmptyGrid(String geometry) {
        Answer answer = adopt(new EditionDraft().withGeometry(CODE, geometry));

        assertThat(fault(answer, "INVALID_SHAPE").path("message").asString()).contains(CODE, "empty");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null                                                        | unreadable-geometry",
                "{}                                                          | unreadable-geometry",
                "{\"type\":\"Polygon\"}                                      | unreadable-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[]]}                 | unreadable-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[122.1,30]]]}       | unreadable-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[null,null]]]}      | unreadable-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"122\",\"30\"]]]} | unreadable-geometry",
                "{\"type\":\"Polygon\",\"coordinates\":[[[NaN,30]]]}         | unreadable-json",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,30]]]}       | coordinates-out-of-range",
                "{\"type\":\"Point\",\"coordinates\":[122.1,30]}             | grid-not-a-polygon",
                "{\"type\":\"Circle\",\"coordinates\":[122.1,30]}            | unreadable-geometry",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}         | geometry-collection",
            })
    void refusesWhatIsNoPolygonOfNumbers(String geometry, String problem) {
        Answer answer = adopt(new EditionDraft().withGeometry(CODE, geometry));

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void refusesACollectionNestedTenThousandDeep() {
        int depth = 10_000;
        String nested = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(depth) + "]}".repeat(depth);

        Answer answer = adopt(new EditionDraft().withGeometry(CODE, nested));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("json-limits");
    }

    @Test
    void refusesAGridOfAMillionAndOneVertices() {
        double lon = TestTown.lon(1) + 0.005;
        double lat = TestTown.lat(1) + 0.005;
        int vertices = 1_000_000;
        StringBuilder ring = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i <= vertices; i++) {
            double angle = 2 * Math.PI * (i % vertices) / vertices;
            ring.append(i == 0 ? "[" : ",[")
                    .append(lon + 0.004 * Math.cos(angle))
                    .append(',')
                    .append(lat + 0.004 * Math.sin(angle))
                    .append(']');
        }

        Answer answer =
                adopt(new EditionDraft().withGeometry(CODE, ring.append("]]}").toString()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("too-many-vertices");
        assertThat(answer.json().path("detail").asString()).contains("vertices", "simplify");
    }

    @Test
    void refusesAGridAcrossTheAntimeridianWhichWouldSwallowTheCity() {
        Answer answer =
                adopt(new EditionDraft().withGeometry(CODE, polygon(179, 29, -179, 29, -179, 31, 179, 31, 179, 29)));

        assertThat(fault(answer, "OUTSIDE_PARENT").path("message").asString()).contains(CODE, "jurisdiction");
    }

    @Test
    void saysThatTheAxesLookSwapped() {
        double w = TestTown.lon(1);
        double s = TestTown.lat(1);

        Answer answer = adopt(new EditionDraft()
                .withGeometry(CODE, polygon(s, w, s + 0.01, w, s + 0.01, w + 0.01, s, w + 0.01, s, w)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("coordinates-out-of-range");
        assertThat(answer.json().path("detail").asString()).contains("swapped", "longitude first");
    }

    @Test
    void refusesMetresInADegreeField() {
        Answer answer = adopt(new EditionDraft()
                .withGeometry(
                        CODE, polygon(412_000, 3_320_000, 413_000, 3_320_000, 413_000, 3_321_000, 412_000, 3_320_000)));

        assertThat(answer.problem()).isEqualTo("coordinates-out-of-range");
        assertThat(answer.json().path("detail").asString()).contains("degrees");
    }
}
