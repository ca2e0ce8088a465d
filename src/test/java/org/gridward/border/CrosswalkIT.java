package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Two squares of the test town exchange their ground; doors, streets and cases go with it. */
@GridwardIT
@TestPropertySource(properties = "own-database=crosswalk")
class CrosswalkIT {

    private static final String LAYER = "/api/v1/layers/micro-grid/";
    private static boolean filled;

    @Autowired
    ApplicationContext context;

    @Autowired
    Editions editions;

    private TestApi planner;
    private String before;
    private String after;

    @BeforeEach
    void fill() {
        planner = TestApi.of(context).as("planner");
        if (!filled) {
            TestTown.adopt(context.getBean(Layers.class), editions, context.getBean(GridMap.class));
            context.getBean(JdbcClient.class)
                    .sql(
                            "INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES"
                                    + " ('street', 'lane', 5, 14, '巷', 'Lane', 'SRID=4326;LINESTRING(122.10 30.015, 122.14 30.015)')")
                    .update();
            context.getBean(Places.class)
                    .load(List.of(
                                    new NewPlace("d1", "stairwell", "", "", 122.115, 30.013, Map.of("households", 12)),
                                    new NewPlace("d2", "gate", "", "", 122.105, 30.013, Map.of()),
                                    new NewPlace("d3", "shop", "", "", 122.135, 30.005, Map.of()))
                            .iterator());
            report(122.115);
            report(122.1101);
            report(122.125);
            editions.adopt(
                    new AdoptEdition(
                            "micro-grid",
                            Instant.now().minus(Duration.ofMinutes(1)),
                            exchanged(),
                            Optional.empty(),
                            "test"),
                    "planner");
            filled = true;
        }
        JsonNode list = planner.get(LAYER + "editions").json().path("items");
        after = list.get(0).path("id").asString();
        before = list.get(1).path("id").asString();
    }

    @Test
    void saysWhatChangesHandsBetweenTwoEditions() {
        TestApi.Answer answer = planner.get(LAYER + "crosswalk?from=" + before + "&to=" + after);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode table = answer.json();
        JsonNode given = table.path("changesHands");
        assertThat(table.path("rows")).hasSize(16);
        assertThat(given.path("doors").asInt()).isEqualTo(2);
        assertThat(given.path("households").asInt()).isEqualTo(12);
        assertThat(given.path("cases").asInt()).isEqualTo(2);
        assertThat(given.path("streetMeters").asDouble()).isCloseTo(2 * 964.6, within(2.0));
        assertThat(table.path("total").path("doors").asInt()).isEqualTo(3);
        assertThat(sum(table.path("before"), "areaSquareMeters"))
                .isCloseTo(table.path("total").path("areaSquareMeters").asDouble(), within(1e-3));
        assertThat(sum(table.path("after"), "cases")).isEqualTo(3);
        JsonNode row = table.path("rows")
                .valueStream()
                .filter(one -> one.path("changesHands").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(row.path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(table.path("receipt").path("sha256").asString()).hasSize(64);
    }

    @Test
    void answersAFileThatTheReceiptIsTakenOf() throws NoSuchAlgorithmException {
        String path = LAYER + "crosswalk?from=" + before + "&to=" + after;
        String csv = planner.get(path + "&format=csv").body();
        String receipt = planner.get(path + "&geometry=false")
                .json()
                .path("receipt")
                .path("sha256")
                .asString();

        assertThat(csv).startsWith("\uFEFFoldCode,newCode,areaSquareMeters,streetMeters,doors,households,cases\n");
        assertThat(sha256(csv.substring(csv.indexOf('\n') + 1))).isEqualTo(receipt);
    }

    @Test
    void refusesADraftThatCrossesItselfAndSaysWhere() {
        TestApi.Answer answer = planner.post(LAYER + "crosswalk", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"gridCode":"bow"},"geometry":
                {"type":"Polygon","coordinates":[[[122.1,30.0],[122.2,30.1],[122.2,30.0],[122.1,30.1],[122.1,30.0]]]}}]}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("bow", "122.15");
        assertThat(answer.json().path("errors").get(0).path("location").isMissingNode())
                .isFalse();
    }

    @Test
    void comparesADraftWithTheEditionInForceAndChangesNothing() {
        JsonNode grids = planner.get(LAYER + "grids").json();
        JsonNode same = planner.post(LAYER + "crosswalk", grids).json();
        assertThat(same.path("changesHands").path("areaSquareMeters").asDouble())
                .isZero();
        assertThat(same.path("from").asString()).isEqualTo(after);
        assertThat(same.path("to").isNull()).isTrue();

        assertThat(planner.post(LAYER + "crosswalk?from=" + before, grids)
                        .json()
                        .path("changesHands")
                        .path("cases")
                        .asInt())
                .isEqualTo(2);
        assertThat(planner.get(LAYER + "editions").json().path("items")).hasSize(2);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThat(planner.get(LAYER + "crosswalk?from=x&to=" + after).status()).isEqualTo(400);
        assertThat(planner.get(LAYER + "crosswalk?from=" + before).status()).isEqualTo(400);
        assertThat(planner.get(LAYER + "crosswalk?from=" + before + "&to=" + java.util.UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(planner.get(LAYER + "crosswalk?from=" + before + "&to=" + after + "&format=xls")
                        .status())
                .isEqualTo(400);
        assertThat(planner.post(LAYER + "crosswalk", "{}").status()).isEqualTo(400);
        assertThat(planner.post(LAYER + "crosswalk", "{\"type\":\"FeatureCollection\",\"features\":[]}")
                        .status())
                .isEqualTo(422);
        String twice = planner.get(LAYER + "grids").body().replace(TestTown.micro(1, 1), TestTown.micro(0, 0));
        assertThat(planner.post(LAYER + "crosswalk", twice).status()).isEqualTo(422);
        assertThat(planner.as("dispatcher").post(LAYER + "crosswalk", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void ranksTheBordersByTheCasesNearThem() {
        JsonNode risk = planner.get(LAYER + "border-risk?limit=5").json();
        assertThat(risk.path("receipt").path("in").asInt()).isEqualTo(3);
        assertThat(risk.path("receipt").path("near").asInt()).isEqualTo(1);
        JsonNode first = risk.path("items").get(0);
        assertThat(first.path("cases").asInt()).isEqualTo(1);
        assertThat(first.path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(first.path("left").get(0).asString()
                        + first.path("right").get(0).asString())
                .contains(TestTown.micro(0, 1))
                .contains(TestTown.micro(1, 1));
        assertThat(planner.get(LAYER + "border-risk?accuracyMeters=-1").status())
                .isEqualTo(400);
        assertThat(planner.get(LAYER + "border-risk?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(planner.get(LAYER + "border-risk?from=2030-01-01T00:00:00Z&to=2020-01-01T00:00:00Z")
                        .problem())
                .isEqualTo("period-empty");
        assertThat(planner.get("/api/v1/layers/nowhere/border-risk").status()).isEqualTo(404);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void report(double lon) {
        TestApi.Answer answer = planner.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of("category", "noise", "description", "x", "location", Map.of("lon", lon, "lat", 30.013)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static double sum(JsonNode list, String member) {
        return list.valueStream()
                .mapToDouble(one -> one.path(member).asDouble())
                .sum();
    }

    /** The codes of columns 0 and 1 of row 1 exchanged. */
    private static List<NewGrid> exchanged() {
        String first = TestTown.micro(0, 1);
        String second = TestTown.micro(1, 1);
        List<NewGrid> grids = new ArrayList<>();
        for (NewGrid grid : TestTown.microGrids()) {
            String parent = grid.parentCode().orElseThrow();
            if (grid.code().equals(first)) {
                grids.add(TestTown.grid(first, parent, 1, 1, 1, 1));
            } else if (grid.code().equals(second)) {
                grids.add(TestTown.grid(second, parent, 0, 1, 1, 1));
            } else {
                grids.add(grid);
            }
        }
        return grids;
    }
}
