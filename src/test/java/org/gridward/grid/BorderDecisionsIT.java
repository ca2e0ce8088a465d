package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=EditionTimesIT")
class BorderDecisionsIT {

    private static final Instant SPRING = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-09-01T00:00:00Z");

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
    void connect() {
        planner = TestApi.of(context).as("planner");
    }

    /** Four squares of two by two steps: A south-west, B south-east, C north-west, D north-east; the node is (2, 2). */
    private void squares(String layer) {
        layers.ensure(new Layer(layer, LayerKind.PARTITION, Optional.empty(), layer, layer));
        editions.adopt(
                new AdoptEdition(
                        layer,
                        SPRING,
                        List.of(
                                TestTown.grid("A", null, 0, 0, 2, 2),
                                TestTown.grid("B", null, 2, 0, 2, 2),
                                TestTown.grid("C", null, 0, 2, 2, 2),
                                TestTown.grid("D", null, 2, 2, 2, 2)),
                        Optional.empty(),
                        "test"),
                "test");
    }

    @Test
    void aDecisionGivesTheBorderToTheHigherCodeForItsTimeAsKnown() {
        squares("sweep");
        Instant before = databaseClock();
        TestApi.Answer made = decide("sweep", "B", Map.of("validUntil", AUTUMN.toString()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(owner("sweep", 2, 1, SUMMER, null)).isEqualTo("B");
        assertThat(owner("sweep", 2, 1, SPRING, null)).as("it began in summer").isEqualTo("A");
        assertThat(owner("sweep", 2, 1, AUTUMN, null)).as("it ended in autumn").isEqualTo("A");
        assertThat(owner("sweep", 2, 1, SUMMER, before)).as("not known then").isEqualTo("A");
        assertThat(owner("sweep", 2, 3, SUMMER, null)).as("another border").isEqualTo("C");
        assertThat(owner("sweep", 1, 1, SUMMER, null)).isEqualTo("A");
        assertThat(owner("sweep", 2, 2, SUMMER, null))
                .as("a node: A still owns its border with C")
                .isEqualTo("A");

        Match match = map.find("sweep", SUMMER, null)
                .orElseThrow()
                .matches(TestTown.lon(2), TestTown.lat(1))
                .get(0);
        assertThat(match.borderDecision()).isEqualTo(made.json().path("id").asString());
        assertThat(planner.get("/api/v1/responsibility?layer=sweep&lon=122.12&lat=30.01&at=" + SUMMER)
                        .json()
                        .path("matches")
                        .get(0)
                        .path("borderDecision")
                        .asString())
                .isEqualTo(match.borderDecision());
    }

    @Test
    void theOwnerOfANodeFollowsFromAllBordersThatMeetThere() {
        squares("node");
        decide("node", "B", Map.of());
        planner.post(
                "/api/v1/layers/node/border-decisions",
                Map.of("gridCodes", List.of("C", "A"), "owner", "C", "reason", "x", "validFrom", SUMMER.toString()));
        assertThat(owner("node", 2, 2, SUMMER, null))
                .as("A has lost both its borders, B is the lowest of the others")
                .isEqualTo("B");
        assertThat(owner("node", 2, 0, SUMMER, null))
                .as("the outer border of A meets its border with B there")
                .isEqualTo("A");
    }

    @Test
    void aLineLimitsADecisionToTheEdgesAlongIt() {
        squares("part");
        Map<String, Object> line = Map.of("type", "LineString", "coordinates", List.of(at(2, 0), at(2, 1)));
        TestApi.Answer made = decide("part", "B", Map.of("line", line));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(owner("part", 122.12, 30.005, SUMMER)).isEqualTo("B");
        assertThat(owner("part", 122.12, 30.015, SUMMER)).isEqualTo("A");
        assertThat(owner("part", 2, 1, SUMMER, null))
                .as("where the decided stretch meets the other")
                .isEqualTo("A");
        decide("part", "A", Map.of());
        assertThat(owner("part", 122.12, 30.005, SUMMER))
                .as("what is said of a part is said of that part")
                .isEqualTo("B");
    }

    @Test
    void aLaterDecisionTakesThePlaceOfAnEarlierOneAndCanBeEnded() {
        squares("again");
        decide("again", "B", Map.of());
        Instant between = databaseClock();
        JsonNode second =
                decide("again", "A", Map.of("validFrom", AUTUMN.toString())).json();
        assertThat(owner("again", 2, 1, SUMMER, null)).isEqualTo("B");
        assertThat(owner("again", 2, 1, AUTUMN, null)).isEqualTo("A");
        assertThat(owner("again", 2, 1, AUTUMN, between)).isEqualTo("B");
        TestApi.Answer ended = planner.post(
                "/api/v1/layers/again/border-decisions/" + second.path("id").asString() + "/retirements",
                Map.of("validFrom", AUTUMN.plusSeconds(60).toString(), "reason", "over"));
        assertThat(ended.status()).as(ended.body()).isEqualTo(201);
        Match after = map.find("again", AUTUMN.plusSeconds(60), null)
                .orElseThrow()
                .matches(TestTown.lon(2), TestTown.lat(1))
                .get(0);
        assertThat(after.gridCode()).isEqualTo("A");
        assertThat(after.borderDecision()).isNull();
        assertThat(planner.get("/api/v1/layers/again/border-decisions?at=" + SUMMER)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(planner.get("/api/v1/layers/again/border-decisions?knownAt=" + between)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatFitsNoBorder() {
        squares("odd");
        assertThat(decide("odd", "C", Map.of()).problem()).isEqualTo("border-decision-refused");
        assertThat(decide("odd", "D", Map.of("gridCodes", List.of("A", "D")))
                        .json()
                        .path("detail")
                        .asString())
                .contains("share no border");
        assertThat(decide("odd", "B", Map.of("gridCodes", List.of("A", "nobody")))
                        .status())
                .isEqualTo(422);
        Map<String, Object> away = Map.of("type", "LineString", "coordinates", List.of(at(1, 0), at(1, 1)));
        assertThat(decide("odd", "B", Map.of("line", away))
                        .json()
                        .path("detail")
                        .asString())
                .contains("leaves the shared border by");
        assertThat(decide("odd", "B", Map.of("validFrom", "2024-01-01T00:00:00Z"))
                        .problem())
                .isEqualTo("no-edition-in-force");
        assertThat(decide("odd", "B", Map.of("reason", " ")).problem()).isEqualTo("missing-reason");
        assertThat(TestApi.of(context)
                        .as("patrol")
                        .post("/api/v1/layers/odd/border-decisions", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private TestApi.Answer decide(String layer, String owner, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "gridCodes",
                List.of("A", "B"),
                "owner",
                owner,
                "reason",
                "who sweeps the road",
                "validFrom",
                SUMMER.toString()));
        body.putAll(more);
        return planner.post("/api/v1/layers/" + layer + "/border-decisions", body);
    }

    private static List<Double> at(int x, int y) {
        return List.of(TestTown.lon(x), TestTown.lat(y));
    }

    private String owner(String layer, int x, int y, Instant at, Instant knownAt) {
        return map.find(layer, at, knownAt)
                .flatMap(found -> found.owner(TestTown.lon(x), TestTown.lat(y)))
                .orElse(null);
    }

    private String owner(String layer, double lon, double lat, Instant at) {
        return map.find(layer, at, null).flatMap(found -> found.owner(lon, lat)).orElse(null);
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
