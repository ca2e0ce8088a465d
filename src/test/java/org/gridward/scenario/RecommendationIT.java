package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The nearest suitable unit by street, with a reason for every pick and every shortfall; and sending it. */
@GridwardIT
@TestPropertySource(properties = "own-database=Recommendation")
class RecommendationIT {

    private static final String HOME = TestTown.micro(0, 0);
    private static final String ACROSS = TestTown.micro(0, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Teams teams;

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        // Two streets along a river at 30.0100, joined by one bridge two kilometres to the east.
        for (String line : List.of(
                "122.100 30.005, 122.120 30.005",
                "122.100 30.0125, 122.120 30.0125",
                "122.120 30.005, 122.120 30.0125")) {
            jdbc.sql("INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom)"
                            + " VALUES ('street', 'lane', 1, 10, '路', 'Street', ST_GeomFromText('LINESTRING(" + line
                            + ")', 4326))")
                    .update();
        }
        jdbc.sql("INSERT INTO mapdata.extent (name_zh, name_en, synthetic, source, west, south, east, north)"
                        + " VALUES ('城', 'Town', true, 'test', 122, 29.9, 122.4, 30.25)")
                .update();
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        for (String code : List.of(HOME, ACROSS, TestTown.micro(1, 0), TestTown.micro(2, 0), TestTown.micro(3, 0))) {
            assertThat(dispatcher
                            .send(
                                    "PUT",
                                    "/api/v1/units/U-" + code,
                                    ("{\"nameZh\":\"巡\",\"nameEn\":\"P\",\"gridCode\":\"" + code + "\"}").getBytes(),
                                    "Content-Type",
                                    "application/json")
                            .status())
                    .isBetween(200, 204);
        }
    }

    @Test
    void picksTheNearestByStreetAndSaysWhyAndWhatTheOthersLack() {
        String id = report(122.1020, 30.0080);
        stand("U-" + ACROSS, 122.1020, 30.0120, 60);
        stand("U-" + TestTown.micro(1, 0), 122.1100, 30.0050, 60);
        stand("U-" + TestTown.micro(2, 0), 122.1030, 30.0052, 4_000);
        JsonNode found = recommendation(id);
        JsonNode first = found.path("picks").get(0);
        assertThat(first.path("unit").asString()).isEqualTo("U-" + TestTown.micro(1, 0));
        assertThat(first.path("reasons").valueStream().map(JsonNode::asString))
                .contains("NEAREST_BY_STREET", "ON_SHIFT", "DUTY_FITS", "POSITION_FRESH");
        assertThat(first.path("streetMeters").asDouble()).isBetween(1_000.0, 1_300.0);
        JsonNode other = found.path("picks").get(1);
        assertThat(other.path("unit").asString())
                .as("near as the crow flies, far by the bridge")
                .isEqualTo("U-" + ACROSS);
        assertThat(other.path("straightMeters").asDouble()).isLessThan(500);
        assertThat(other.path("streetMeters").asDouble()).isGreaterThan(3_500);
        assertThat(passedOver(found, "U-" + TestTown.micro(2, 0))).contains("POSITION_TOO_OLD");
        assertThat(passedOver(found, "U-" + TestTown.micro(3, 0))).contains("NO_POSITION");
        assertThat(found.path("byRule").path("lead").path("gridCode").asString())
                .isEqualTo(HOME);
        assertThat(found.path("byRule").path("edition").asString()).isNotEmpty();
        assertThat(found.path("otherSide").path("gridCode").asString()).isEqualTo(ACROSS);
        assertThat(found.path("otherSide").path("distanceMeters").asDouble()).isBetween(210.0, 235.0);
        assertThat(found.path("nextRow").path("rule").path("id").asString())
                .isNotEqualTo(found.path("byRule").path("rule").path("id").asString());
    }

    @Test
    void anAssignedUnitLeadsAndHelpersJoinIt() {
        String id = report(122.1020, 30.0080);
        String unit = TestTown.micro(1, 0);
        Answer lead = dispatcher.post(
                "/api/v1/incidents/" + id + "/assign",
                Map.of("unit", "U-" + unit, "reason", "最近"),
                "If-Match",
                TestLife.tag(dispatcher, id));
        assertThat(lead.status()).as(lead.body()).isEqualTo(201);
        JsonNode after = TestLife.read(dispatcher, id);
        assertThat(open(after, "LEAD")).containsExactly("U-" + unit);
        Answer helpers = dispatcher.post(
                "/api/v1/incidents/" + id + "/assign",
                Map.of("helpers", List.of("unit/U-" + ACROSS, "police"), "reason", "支援"),
                "If-Match",
                TestLife.tag(dispatcher, id));
        assertThat(helpers.status()).as(helpers.body()).isEqualTo(201);
        JsonNode helped = TestLife.read(dispatcher, id);
        assertThat(open(helped, "HELPER")).contains("U-" + ACROSS);
        assertThat(helped.path("timeline").findValuesAsString("action")).contains("TRANSFER", "ASSIGN");
        assertThat(dispatcher
                        .post(
                                "/api/v1/incidents/" + id + "/assign",
                                Map.of("helpers", List.of("unit/NOBODY"), "reason", "x"),
                                "If-Match",
                                TestLife.tag(dispatcher, id))
                        .status())
                .isEqualTo(422);
        assertThat(dispatcher
                        .post(
                                "/api/v1/incidents/" + id + "/assign",
                                Map.of("helpers", List.of("police"), "reason", "x"),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whoLeftTheRosterMidCaseIsNamed() {
        String id = report(122.1320, 30.0090);
        String micro = TestTown.micro(3, 0);
        assertThat(recommendation(id).path("hands").findValuesAsString("reason"))
                .doesNotContain("LEFT_ROSTER");
        assertThat(TestApi.of(context)
                        .as("planner")
                        .post(
                                "/api/v1/teams/micro-grid/" + micro + "/members",
                                Map.of(
                                        "change", "END",
                                        "role", "GRID_WORKER",
                                        "labelZh", "网格员 " + micro,
                                        "validTo", "2026-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(201);
        JsonNode found = recommendation(id);
        JsonNode gone = found.path("hands")
                .valueStream()
                .filter(hand -> hand.path("person").asString().equals("网格员 " + micro))
                .findFirst()
                .orElseThrow();
        assertThat(gone.path("reason").asString()).isEqualTo("LEFT_ROSTER");
    }

    private JsonNode recommendation(String id) {
        Answer answer = dispatcher.get("/api/v1/incidents/" + id + "/recommendation");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> open(JsonNode incident, String part) {
        return incident.path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals(part)
                        && task.path("endedAt").isNull())
                .map(task -> task.path("unit").asString())
                .toList();
    }

    private static List<String> passedOver(JsonNode found, String unit) {
        return found.path("passedOver")
                .valueStream()
                .filter(pick -> pick.path("unit").asString().equals(unit))
                .flatMap(pick -> pick.path("shortfalls").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private void stand(String unit, double lon, double lat, long secondsAgo) {
        Answer answer = dispatcher.post(
                "/api/v1/tracks",
                Map.of(
                        "unit",
                        unit,
                        "points",
                        List.of(Map.of(
                                "t", Instant.now().minusSeconds(secondsAgo).toString(), "lon", lon, "lat", lat))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
    }

    private String report(double lon, double lat) {
        Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "噪音", "location", Map.of("lon", lon, "lat", lat)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
