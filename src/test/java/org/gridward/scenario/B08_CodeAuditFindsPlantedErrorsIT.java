package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Edition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.platform.Command;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A layer of which every third grid has a code that lies: the audit names each of them and nothing else. */
@GridwardIT
@TestPropertySource(properties = "own-database=B08")
class B08_CodeAuditFindsPlantedErrorsIT {

    private static final String WEST_COMMUNITY = "330999001001";
    private static final String EAST_COMMUNITY = "330999001002";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        planner = TestApi.of(context).as("planner");
    }

    @Test
    void findsNothingInALayerWhoseCodesAreRight() {
        for (String layer : List.of("town", "community", "grid", "micro-grid")) {
            JsonNode audit = planner.get("/api/v1/layers/" + layer + "/code-audit?at=2025-06-01T00:00:00Z")
                    .json();
            assertThat(audit.path("totals").path("findings").asInt())
                    .as("%s", audit)
                    .isZero();
        }
    }

    @Test
    void findsEveryPlantedError() throws Exception {
        layers.ensure(new Layer("planted", LayerKind.FREE, Optional.empty(), "查错图层", "Planted"));
        assertThat(planner.get("/api/v1/layers/planted/code-audit").problem()).isEqualTo("layer-without-scheme");
        assertThat(planner.post(
                                "/api/v1/layers/planted/code-scheme",
                                Map.of("scheme", "unit-grid", "validFrom", "2020-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(201);
        NewGrid ending = TestTown.grid(WEST_COMMUNITY + "190", WEST_COMMUNITY, 1, 0, 1, 1);
        Edition first = adopt("2026-01-01T00:00:00Z", List.of(ending, good()));
        adopt("2026-02-01T00:00:00Z", List.of(good()));
        adopt("2026-03-01T00:00:00Z", planted(ending));

        assertThat(finding(planner.get("/api/v1/layers/planted/code-audit").json(), "REUSED_CODE")
                        .path("severity")
                        .asString())
                .as("the same ground came back")
                .isEqualTo("NOTICE");
        redrawnElsewhere(first);

        JsonNode audit = planner.get("/api/v1/layers/planted/code-audit").json();
        List<String> found = new ArrayList<>();
        for (JsonNode finding : audit.path("findings")) {
            found.add(finding.path("kind").asString() + " "
                    + finding.path("codes").get(0).asString());
            assertThat(finding.path("location").path("type").asString()).isEqualTo("Point");
            assertThat(finding.path("severity").asString())
                    .isEqualTo(finding.path("kind").asString().equals("SEQUENCE_ORDER") ? "NOTICE" : "ERROR");
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "WRONG_PARENT " + WEST_COMMUNITY + "101",
                        "OUTSIDE_PARENT " + WEST_COMMUNITY + "102",
                        "UNKNOWN_PARENT 330999001009101",
                        "NO_COMMUNITY 330999001000101",
                        "NO_COMMUNITY " + WEST_COMMUNITY + "103",
                        "BAD_CODE 33099900100110",
                        "BAD_CODE 330999650001101",
                        "BAD_CODE ABC",
                        "PARENT_MISMATCH " + WEST_COMMUNITY + "104",
                        "DUPLICATE_CODE " + TestTown.micro(0, 0),
                        "REUSED_CODE " + WEST_COMMUNITY + "190",
                        "SEQUENCE_ORDER " + EAST_COMMUNITY + "201");
        assertThat(audit.path("totals").path("findings").asInt()).isEqualTo(found.size());
        assertThat(audit.path("totals").path("errors").asInt()).isEqualTo(found.size() - 1);
        assertThat(planner.get("/api/v1/layers/planted/code-audit?limit=2")
                        .json()
                        .path("findings")
                        .size())
                .isEqualTo(2);

        JsonNode across = finding(audit, "OUTSIDE_PARENT");
        assertThat(across.path("areaSquareMeters").asDouble()).isCloseTo(964.6 * 1108.6, within(5_000.0));
        assertThat(across.path("codes").valueStream().map(JsonNode::asString))
                .containsExactly(WEST_COMMUNITY + "102", WEST_COMMUNITY, EAST_COMMUNITY);
        double spot = across.path("location").path("coordinates").get(0).asDouble();
        assertThat(spot).isBetween(TestTown.lon(2), TestTown.lon(3));

        assertThat(auditCodes("--layer", "planted")).isEqualTo(1);
        assertThat(auditCodes("--layer", "micro-grid", "--at", "2025-06-01T00:00:00Z"))
                .isZero();

        JsonNode before = planner.get("/api/v1/layers/planted/code-audit?at=2026-02-10T00:00:00Z")
                .json();
        assertThat(before.path("totals").path("findings").asInt()).isZero();
    }

    @Test
    void explainsACodeWithTheNamesOfItsParts() {
        String code = TestTown.micro(0, 0);
        JsonNode explained = planner.get("/api/v1/codes/" + code).json();
        assertThat(explained.path("valid").asBoolean()).isTrue();
        JsonNode reading = explained.path("readings").get(0);
        assertThat(reading.path("scheme").asString()).isEqualTo("unit-grid");
        assertThat(reading.path("parts").get(2).path("nameZh").asString()).isEqualTo("网格" + WEST_COMMUNITY);
        assertThat(reading.path("parts").get(0).path("meaningZh").asString()).isEqualTo("浙江省");
        assertThat(explained.path("inForce").get(0).path("layer").asString()).isEqualTo("micro-grid");

        JsonNode component = planner.get("/api/v1/codes/3309990201000017").json();
        assertThat(component.path("readings").valueStream().map(one -> one.path("standing")
                        .asString()))
                .containsExactly("STANDARD", "CLAIM");
        JsonNode event = planner.get("/api/v1/codes/3309990402").json();
        assertThat(event.path("readings")
                        .get(0)
                        .path("parts")
                        .get(2)
                        .path("nameEn")
                        .asString())
                .isEqualTo("Burst water pipe");
    }

    @Test
    void validatesCodesAndSaysWhichPartIsWrong() {
        JsonNode checked = planner.post(
                        "/api/v1/codes/validate",
                        Map.of("layer", "micro-grid", "codes", List.of(TestTown.micro(0, 0), "330999650001101", "12")))
                .json();
        assertThat(checked.path("valid").asBoolean()).isFalse();
        assertThat(checked.path("items").valueStream().map(item -> item.path("valid")
                        .asBoolean()))
                .containsExactly(true, false, false);
        JsonNode fault = checked.path("items")
                .get(1)
                .path("readings")
                .get(0)
                .path("faults")
                .get(0);
        assertThat(fault.path("part").asString()).isEqualTo("street");
        assertThat(fault.path("allowed").asString()).contains("400-599 enterprise-like");
    }

    @Test
    void givesTheNextCodesInReadingOrderAndNeverAUsedOne() {
        JsonNode next = planner.post(
                        "/api/v1/codes/generate", Map.of("layer", "micro-grid", "parent", WEST_COMMUNITY, "count", 2))
                .json();
        List<String> codes = next.path("codes")
                .valueStream()
                .map(code -> code.path("code").asString())
                .toList();
        assertThat(codes)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.compareTo(WEST_COMMUNITY + "008") > 0);

        JsonNode whole = planner.post(
                        "/api/v1/codes/generate",
                        Map.of(
                                "scheme",
                                "unit-grid",
                                "parent",
                                "330999001201",
                                "grids",
                                List.of(shape("east", 1, 0), shape("west", 0, 0), shape("north", 1, 1))))
                .json();
        assertThat(whole.path("status").asInt()).isEqualTo(422);
        assertThat(whole.toString()).contains("the layer 'community' has no grid 330999001201");
    }

    private static Map<String, Object> shape(String ref, int x, int y) {
        return Map.of(
                "ref",
                ref,
                "geometry",
                GeoJson.toMap(TestTown.grid(ref, null, x, y, 1, 1).shape()));
    }

    private int auditCodes(String... words) throws Exception {
        return context.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("audit-codes"))
                .findFirst()
                .orElseThrow()
                .run(List.of(words));
    }

    private static NewGrid good() {
        return TestTown.grid(EAST_COMMUNITY + "101", EAST_COMMUNITY, 2, 3, 1, 1);
    }

    private static List<NewGrid> planted(NewGrid ending) {
        return List.of(
                good(),
                ending,
                TestTown.grid(WEST_COMMUNITY + "101", WEST_COMMUNITY, 2, 0, 1, 1),
                TestTown.grid(WEST_COMMUNITY + "102", WEST_COMMUNITY, 1, 1, 2, 1),
                TestTown.grid("330999001009101", null, 0, 1, 1, 1),
                TestTown.grid("330999001000101", null, 0, 2, 1, 1),
                TestTown.grid(WEST_COMMUNITY + "103", "330999001", 1, 0, 1, 1),
                TestTown.grid("33099900100110", null, 0, 0, 1, 1),
                TestTown.grid("330999650001101", null, 0, 0, 1, 1),
                TestTown.grid("ABC", null, 0, 0, 1, 1),
                TestTown.grid(WEST_COMMUNITY + "104", EAST_COMMUNITY, 0, 0, 1, 1),
                TestTown.grid(TestTown.micro(0, 0), WEST_COMMUNITY, 0, 0, 1, 1),
                TestTown.grid(EAST_COMMUNITY + "201", EAST_COMMUNITY, 3, 1, 1, 1),
                TestTown.grid(EAST_COMMUNITY + "202", EAST_COMMUNITY, 2, 2, 1, 1));
    }

    /** The topology gate refuses a code that comes back elsewhere, so the past is moved under it. */
    private void redrawnElsewhere(Edition first) {
        jdbc.sql("UPDATE grid.grids SET geom = ST_Translate(geom, 0, 0.01) WHERE edition_id = ? AND code LIKE '%190'")
                .param(first.id().value())
                .update();
    }

    private Edition adopt(String from, List<NewGrid> grids) {
        return editions.adopt(
                new AdoptEdition("planted", Instant.parse(from), grids, Optional.empty(), "planted errors"), "test");
    }

    private static JsonNode finding(JsonNode audit, String kind) {
        return audit.path("findings")
                .valueStream()
                .filter(finding -> finding.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
