package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.TestTown.micro;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A planner sends spoilt editions: each is refused with what is wrong and where, and nothing is stored. */
@GridwardIT
class BadEditionsIT {

    private static final String EDITIONS = "/api/v1/layers/micro-grid/editions";
    private static final String CODE = micro(1, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;
    private List<String> before;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        planner = TestApi.of(context).as("planner");
        before = stored();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void takesTheDraftAsLongAsNobodySpoilsIt() {
        Answer answer = planner.post(EDITIONS + "/check?validFrom=2026-02-01T00:00:00Z", new EditionDraft().json());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("faultCount").asInt()).isZero();
    }

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

    @Test
    void findsAnOverlapOfOneSquareCentimetre() {
        // A step of 1 cm by 1 cm over the border with the eastern neighbour.
        double e = TestTown.lon(2);
        double middle = TestTown.lat(1) + 0.005;
        double lonCentimetre = 0.01 / (111_320 * Math.cos(Math.toRadians(middle)));
        double latCentimetre = 0.01 / 110_850;
        double w = TestTown.lon(1);
        double s = TestTown.lat(1);
        String stepped = polygon(
                w,
                s,
                e,
                s,
                e,
                middle,
                e + lonCentimetre,
                middle,
                e + lonCentimetre,
                middle + latCentimetre,
                e,
                middle + latCentimetre,
                e,
                s + 0.01,
                w,
                s + 0.01,
                w,
                s);

        JsonNode fault = fault(adopt(new EditionDraft().withGeometry(CODE, stepped)), "OVERLAP");

        assertThat(fault.path("codes").toString()).contains(CODE, micro(2, 1));
        assertThat(fault.path("areaSquareMeters").asDouble()).isCloseTo(1e-4, within(1e-5));
    }

    @Test
    void findsAGapWhereAGridIsMissing() {
        JsonNode fault = fault(adopt(new EditionDraft().without(CODE)), "GAP");

        assertThat(fault.path("areaSquareMeters").asDouble()).isCloseTo(965e3 * 1.1085, within(5e4));
        assertThat(fault.path("location").path("type").asString()).isNotBlank();
    }

    @Test
    void refusesAGridWhoseParentIsUnknownOrMissing() {
        Answer unknown = adopt(new EditionDraft().withParent(CODE, "33099900100199"));
        assertThat(messages(unknown)).contains(CODE, "33099900100199");

        Answer missing = adopt(new EditionDraft().withParent(CODE, null));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(messages(missing)).contains(CODE, "parent");
    }

    @Test
    void refusesACodeThatStandsTwice() {
        Answer answer = adopt(new EditionDraft().withCode(CODE, micro(0, 1)));

        assertThat(fault(answer, "DUPLICATE_CODE").path("codes").toString()).contains(micro(0, 1));
    }

    @Test
    void refusesWhatIsNoFeatureCollection() {
        for (String body : List.of("[]", "{}", "null", "\"x\"", "{\"type\":\"Feature\"}", "12", "{\"type\":12}")) {
            Answer answer = planner.post(EDITIONS, body);
            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.problem()).as(body).isNotEmpty();
        }
        for (String body : List.of("", "{", "{\"type\":\"FeatureCollection\",", "格守")) {
            assertThat(planner.post(EDITIONS, body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void refusesANaiveTimeAndAnUnknownLayerAndAnUnknownEdition() {
        String good = new EditionDraft().json();

        Answer naive = planner.post(EDITIONS + "?validFrom=2026-02-01T00:00:00", good);
        assertThat(naive.problem()).isEqualTo("unreadable-time");
        assertThat(naive.json().path("detail").asString()).contains("offset");
        assertThat(planner.post("/api/v1/layers/nowhere/editions", good).status())
                .isEqualTo(404);
        assertThat(planner.post(EDITIONS + "?correctsEdition=00000000-0000-7000-8000-000000000000", good)
                        .status())
                .isEqualTo(409);
        assertThat(planner.post(EDITIONS + "?correctsEdition=abc", good).status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnEditionThatStartsWhenAnotherDoes() {
        Answer answer = planner.post(EDITIONS + "?validFrom=" + TestTown.VALID_FROM, new EditionDraft().json());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("edition-exists");
    }

    private Answer adopt(EditionDraft draft) {
        return planner.post(EDITIONS + "?validFrom=2026-02-01T00:00:00Z", draft.json());
    }

    private static JsonNode fault(Answer answer, String kind) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("edition-refused");
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .filter(error -> error.path("kind").asString("").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + answer.body()));
    }

    private static String messages(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("message").asString(""))
                .collect(Collectors.joining("\n"));
    }

    private static String polygon(double... lonLat) {
        return IntStream.range(0, lonLat.length / 2)
                .mapToObj(i -> String.format(Locale.ROOT, "[%.12f,%.12f]", lonLat[2 * i], lonLat[2 * i + 1]))
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}"));
    }

    private List<String> stored() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM grid.editions)::text UNION ALL
                        SELECT (SELECT count(*) FROM grid.grids)::text UNION ALL
                        SELECT (SELECT count(*) FROM grid.edition_periods)::text UNION ALL
                        SELECT (SELECT count(*) FROM platform.outbox)::text""").query(String.class).list();
    }
}
