package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A case goes from hand to hand with reasons: transferred, moved across a border, returned; the second refusal stops at an
 * arbiter, whose ruling holds for further cases until a new edition overtakes it.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=HandOver")
class HandOverIT {

    private static final String A = TestTown.micro(0, 1);
    private static final String B = TestTown.micro(1, 1);

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

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        dispatcher = TestApi.of(context).as("dispatcher");
        if (dispatcher.get("/api/v1/teams?grid=" + A).json().path("items").isEmpty()) {
            teams.load(TestTeams.all());
        }
    }

    @Test
    void aTransferGivesTheTaskToTheOtherAndTellsBothSides() {
        String id = report(0, 1, "noise");
        JsonNode after = TestLife.act(dispatcher, id, "TRANSFER", "to", B, "reason", "声源在隔壁网格");
        assertThat(after.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(lead(after).path("gridCode").asString()).isEqualTo(B);
        JsonNode later = after.path("laterDecisions").get(0);
        assertThat(later.path("because").asString()).isEqualTo("TRANSFER");
        assertThat(later.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(B);
        assertThat(after.path("decision").path("lead").path("gridCode").asString())
                .as("at the door")
                .isEqualTo(A);
        JsonNode handOver = handOvers(id).get(0);
        assertThat(handOver.path("fromGrid").asString()).isEqualTo(A);
        assertThat(handOver.path("toGrid").asString()).isEqualTo(B);
        assertThat(handOver.path("reason").asString()).isEqualTo("声源在隔壁网格");

        JsonNode department = TestLife.act(dispatcher, id, "TRANSFER", "to", "ecology", "reason", "须环保执法");
        assertThat(lead(department).path("role").asString()).isEqualTo("DEPARTMENT");
        assertThat(lead(department).path("team").asString()).isEqualTo("生态环境局");
        Answer nobody = TestLife.ask(dispatcher, id, "TRANSFER", "to", "no_such", "reason", "x");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.problem()).isEqualTo("unknown-target");
        assertThat(TestLife.ask(dispatcher, id, "TRANSFER", "to", "ecology", "reason", "x")
                        .problem())
                .isEqualTo("same-hands");
    }

    @Test
    void aMoveAcrossABorderIsAHandOverAndInsideAGridACorrection() {
        String id = report(0, 1, "noise");
        JsonNode inside = TestLife.act(
                dispatcher, id, "MOVE", "lon", TestTown.lon(0) + 0.002, "lat", TestTown.lat(1) + 0.002, "reason", "偏了");
        assertThat(inside.path("laterDecisions").size()).isZero();
        assertThat(inside.path("location").path("lon").asDouble()).isEqualTo(TestTown.lon(0) + 0.002);
        assertThat(inside.path("timeline").findValuesAsString("action")).contains("SPOT_CORRECTED");
        assertThat(handOvers(id).size()).isZero();

        JsonNode across = TestLife.act(
                dispatcher,
                id,
                "MOVE",
                "lon",
                TestTown.lon(2) + 0.005,
                "lat",
                TestTown.lat(1) + 0.005,
                "reason",
                "在路东");
        assertThat(lead(across).path("gridCode").asString()).isEqualTo(TestTown.micro(2, 1));
        assertThat(across.path("gridCode").asString()).isEqualTo(TestTown.micro(2, 1));
        assertThat(across.path("laterDecisions").get(0).path("because").asString())
                .isEqualTo("MOVE");
        assertThat(across.path("timeline").findValuesAsString("action")).contains("MOVE", "MOVED");
        assertThat(across.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(A);
        assertThat(across.path("reportedLocation").path("lon").asDouble()).isEqualTo(TestTown.lon(0) + 0.005);
        JsonNode handOver = handOvers(id).get(0);
        assertThat(handOver.path("because").asString()).isEqualTo("MOVE");
        assertThat(handOver.path("fromGrid").asString()).isEqualTo(A);
        assertThat(handOver.path("toGrid").asString()).isEqualTo(TestTown.micro(2, 1));
        assertThat(TestLife.ask(dispatcher, id, "MOVE", "lon", 0.0, "lat", 0.0, "reason", "x")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theSecondRefusalGoesToTheGridAboveAndTheRulingIsFinal() {
        String id = report(0, 1, "noise");
        JsonNode first = TestLife.act(dispatcher, id, "RETURN", "reason", "不在我网格", "suggest", B);
        assertThat(lead(first).path("gridCode").asString()).isEqualTo(B);
        JsonNode second = TestLife.act(dispatcher, id, "RETURN", "reason", "也不在我网格", "suggest", A);
        assertThat(lead(second).path("gridCode").asString())
                .as("the head of the grid above")
                .isEqualTo("33099900100102");
        assertThat(lead(second).path("role").asString()).isEqualTo("GRID_HEAD");
        JsonNode waiting =
                dispatcher.get("/api/v1/arbitrations").json().path("items").get(0);
        assertThat(waiting.path("incidentId").asString()).isEqualTo(id);
        assertThat(waiting.path("due").asString())
                .isGreaterThan(waiting.path("askedAt").asString());
        assertThat(TestLife.ask(dispatcher, id, "RETURN", "reason", "x", "suggest", A)
                        .problem())
                .isEqualTo("with-arbiter");
        assertThat(TestLife.ask(dispatcher, id, "TRANSFER", "to", A, "reason", "x")
                        .problem())
                .isEqualTo("with-arbiter");

        Answer ruled = rule(id, B, Map.of("radiusMeters", 50));
        assertThat(ruled.status()).as(ruled.body()).isEqualTo(201);
        JsonNode after = TestLife.read(dispatcher, id);
        assertThat(lead(after).path("gridCode").asString()).isEqualTo(B);
        assertThat(TestLife.ask(dispatcher, id, "RETURN", "reason", "还是不办", "suggest", A)
                        .problem())
                .isEqualTo("ruled");
        assertThat(rule(id, B, null).problem()).isEqualTo("no-arbitration");

        JsonNode next = TestLife.read(dispatcher, report(0, 1, "noise"));
        assertThat(next.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(B);
        assertThat(next.path("decision").path("rule").path("id").asString()).isEqualTo("precedent");
        assertThat(next.path("decision").path("reasons").findValuesAsString("code"))
                .contains("precedent");
        assertThat(next.path("decision")
                        .path("informed")
                        .get(0)
                        .path("gridCode")
                        .asString())
                .as("who would have led is told")
                .isEqualTo(A);
        JsonNode other = TestLife.read(dispatcher, report(0, 1, "sewage"));
        assertThat(other.path("decision").path("lead").path("gridCode").asString())
                .as("another category")
                .isEqualTo(A);

        editions.adopt(
                new AdoptEdition(
                        "micro-grid",
                        Instant.parse("2026-06-01T00:00:00Z"),
                        TestTown.microGrids(),
                        Optional.empty(),
                        "a newer plan"),
                "test");
        JsonNode overtaken = TestLife.read(dispatcher, report(0, 1, "noise"));
        assertThat(overtaken.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(A);
        assertThat(overtaken.path("decision").path("reasons").findValuesAsString("code"))
                .contains("precedent-overtaken");
        JsonNode precedent =
                dispatcher.get("/api/v1/precedents").json().path("items").get(0);
        assertThat(precedent.path("state").asString()).isEqualTo("NEEDS_CONFIRMATION");
        assertThat(changePrecedent(precedent, "confirm", "\"1\"").problem()).isEqualTo("stale-precedent");
        assertThat(dispatcher
                        .post(
                                "/api/v1/precedents/" + precedent.path("id").asString() + "/confirm",
                                Map.of(),
                                "If-Match",
                                precedent.path("etag").asString())
                        .status())
                .isEqualTo(204);
        assertThat(TestLife.read(dispatcher, report(0, 1, "noise"))
                        .path("decision")
                        .path("lead")
                        .path("gridCode")
                        .asString())
                .isEqualTo(B);
        JsonNode confirmed =
                dispatcher.get("/api/v1/precedents").json().path("items").get(0);
        assertThat(changePrecedent(confirmed, "end", "*").status()).isEqualTo(204);
    }

    @Test
    void whoRefusesWithoutSayingWhoThenGivesItBackToTheFirstReceiver() {
        String id = report(3, 1, "noise");
        JsonNode after = TestLife.act(dispatcher, id, "RETURN", "reason", "不清楚谁管");
        assertThat(lead(after).path("role").asString()).isEqualTo("DISPATCHER");
        assertThat(lead(after).path("person").asString())
                .isEqualTo(after.path("firstReceiver").asString());
    }

    @Test
    void pingPongOfAnyKindStopsAfterTwoHops() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int game = 0; game < 6; game++) {
            String id = report(random.nextInt(2), 1, "noise");
            int taken = 0;
            for (int turn = 0; turn < 6; turn++) {
                List<Object> fields = new ArrayList<>(List.of("reason", "推"));
                if (random.nextInt(4) > 0) {
                    fields.addAll(List.of("suggest", TestTown.micro(random.nextInt(4), random.nextInt(4))));
                }
                if (random.nextBoolean()) {
                    TestLife.ask(dispatcher, id, "ACCEPT");
                }
                Answer answer = TestLife.ask(dispatcher, id, "RETURN", fields.toArray());
                taken += answer.status() == 200 ? 1 : 0;
                assertThat(answer.status())
                        .as("seed %s: %s", seed, answer.body())
                        .isIn(200, 409, 422);
                long leads = TestLife.read(dispatcher, id)
                        .path("tasks")
                        .valueStream()
                        .filter(task -> task.path("endedAt").isNull()
                                && task.path("part").asString().equals("LEAD"))
                        .count();
                assertThat(leads).as("exactly one leads").isEqualTo(1);
            }
            assertThat(taken).as("seed %s game %s", seed, game).isEqualTo(2);
            assertThat(handOvers(id).size()).isEqualTo(2);
        }
    }

    private Answer rule(String id, String to, Map<String, Object> precedent) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("to", to, "reason", "声源在其网格一侧"));
        if (precedent != null) {
            body.put("precedent", precedent);
        }
        return dispatcher.post("/api/v1/incidents/" + id + "/ruling", body, "If-Match", TestLife.tag(dispatcher, id));
    }

    private JsonNode handOvers(String id) {
        return dispatcher.get("/api/v1/incidents/" + id + "/hand-overs").json().path("items");
    }

    private String report(int x, int y, String category) {
        Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        category,
                        "description",
                        "夜间噪音",
                        "location",
                        Map.of("lon", TestTown.lon(x) + 0.005, "lat", TestTown.lat(y) + 0.005)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static JsonNode lead(JsonNode incident) {
        return incident.path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals("LEAD")
                        && task.path("endedAt").isNull())
                .findFirst()
                .orElseThrow();
    }

    private Answer changePrecedent(JsonNode precedent, String how, String ifMatch) {
        String path = "/api/v1/precedents/" + precedent.path("id").asString() + "/" + how;
        return dispatcher.post(path, Map.of(), "If-Match", ifMatch);
    }
}
