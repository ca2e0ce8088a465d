package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=PublicStatusIT")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicStatusIT {

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

    private TestApi nobody;
    private TestApi dispatcher;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        nobody = TestApi.of(context);
        dispatcher = nobody.as("dispatcher");
    }

    @Test
    void theReporterFollowsTheCaseRatesItAndOpensItAgain() {
        String id = report("王某家漏水 13900000000");
        String path = "/api/v1/public/status/" + code(id);
        JsonNode first = nobody.get(path).json();
        assertThat(first.path("step").asInt()).isBetween(1, 2);
        assertThat(first.path("grid").path("nameEn").asString()).startsWith("Grid ");
        assertThat(first.path("category").path("nameZh").asString()).isEqualTo("漏水");
        assertThat(first.path("mayRate").asBoolean()).isFalse();

        TestApi.Answer posted = dispatcher.post(
                "/api/v1/incidents/" + id + "/progress",
                Map.of(
                        "zh",
                        "已联系物业,师傅下午2点来修",
                        "en",
                        "The plumber comes at two",
                        "eta",
                        Instant.now().plusSeconds(7_200).toString()));
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        assertThat(dispatcher
                        .post("/api/v1/incidents/" + id + "/progress", Map.of("zh", " "))
                        .status())
                .isEqualTo(422);
        assertThat(nobody.get(path).json().path("progress").get(0).path("zh").asString())
                .startsWith("已联系物业");

        act(id, "ACCEPT", Map.of());
        act(id, "ARRIVE", Map.of());
        act(id, "FINISH", Map.of());
        assertThat(nobody.post(path + "/rating", Map.of("satisfaction", 5)).status())
                .isEqualTo(409);
        act(id, "FEEDBACK", Map.of("answer", "阀门已更换"));
        releaseHelpers(id);
        act(id, "CLOSE", Map.of("how", "REPAIRED"));
        JsonNode closed = nobody.get(path).json();
        assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("progress").get(1).path("kind").asString()).isEqualTo("ANSWER");
        assertThat(closed.toString()).doesNotContain("王某", "13900000000", "122.1", "\"lon\"", "dispatcher", id);

        assertThat(nobody.post(path + "/rating", Map.of("satisfaction", 9)).status())
                .isEqualTo(422);
        for (String staff : List.of("dispatcher", "patrol", "planner", "admin")) {
            TestApi.Answer own = nobody.as(staff).post(path + "/rating", Map.of("satisfaction", 5));
            assertThat(own.status() + own.problem()).as(staff).isEqualTo("403not-the-reporter");
            assertThat(nobody.as(staff)
                            .post(path + "/not-solved", Map.of("reason", "x"))
                            .problem())
                    .isEqualTo("not-the-reporter");
            assertThat(nobody.as(staff).get(path).json().path("mayRate").asBoolean())
                    .isFalse();
        }
        assertThat(nobody.post(path + "/rating", Map.of("satisfaction", 2)).status())
                .isEqualTo(200);
        assertThat(nobody.post(path + "/rating", Map.of("satisfaction", 5)).status())
                .isEqualTo(409);
        assertThat(jdbc.sql("SELECT satisfaction FROM incident.incidents WHERE id = ?::uuid")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(nobody.post(path + "/not-solved", Map.of("reason", "")).status())
                .isEqualTo(422);
        JsonNode again =
                nobody.post(path + "/not-solved", Map.of("reason", "又漏了")).json();
        assertThat(again.path("step").asInt()).isEqualTo(2);
        assertThat(nobody.post(path + "/not-solved", Map.of("reason", "又漏了")).status())
                .isEqualTo(409);
    }

    @Test
    void theCodeOfAMergedCaseShowsTheCaseItWentInto() {
        String main = report("first");
        String other = report("second");
        String code = code(other);
        jdbc.sql("UPDATE incident.incidents SET state = 'MERGED', merged_into = ?::uuid, closed_at = now()"
                        + " WHERE id = ?::uuid")
                .params(main, other)
                .update();
        JsonNode shown = nobody.get("/api/v1/public/status/" + code).json();

        assertThat(shown.path("merged").asBoolean()).isTrue();
        assertThat(shown.path("number").asString()).isEqualTo(number(main));
        assertThat(shown.path("ownNumber").asString()).isEqualTo(number(other));
    }

    @Test
    void codesAreRandomAndLong() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            codes.add(code(report("case " + i)));
        }
        assertThat(codes).hasSize(20).allMatch(code -> code.matches("[a-z0-9]{26}"));
        assertThat(codes.stream().map(code -> code.substring(0, 4)).distinct()).hasSize(20);
    }

    @Test
    void thePageIsTheSameForEveryCode() {
        String page = nobody.get("/s/" + code(report("x"))).body();

        assertThat(page)
                .contains("/src/notice/status.js", "noindex")
                .isEqualTo(nobody.get("/s/nothing").body());
    }

    /** Last, because it slows this address. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aCallerWhoTriesCodesIsSlowedAndARightCodeIsAnswered() {
        String right = "/api/v1/public/status/" + code(report("x"));
        Set<String> answers = new HashSet<>();
        int asked = 0;
        for (int i = 0; i < 25; i++) {
            TestApi.Answer answer = nobody.get(
                    "/api/v1/public/status/" + UUID.randomUUID().toString().replace("-", ""));
            asked += answer.status() == 404 ? 1 : 0;
            answers.add(answer.status() + answer.problem());
        }
        assertThat(asked).isLessThanOrEqualTo(20);
        assertThat(answers).containsOnly("404unknown-code", "429too-many-wrong-codes");
        assertThat(nobody.get(right).status())
                .as("a neighbour behind the same address")
                .isEqualTo(200);
        assertThat(nobody.get("/api/v1/public/status/%27%20OR%201=1").status()).isEqualTo(429);
    }

    private void releaseHelpers(String id) {
        for (JsonNode task : dispatcher.get("/api/v1/incidents/" + id).json().path("tasks")) {
            if (task.path("part").asString().equals("HELPER")) {
                String path = "/api/v1/tasks/" + task.path("id").asString();
                TestApi.Answer answer = dispatcher.post(
                        path + "/actions",
                        Map.of("action", "RELEASE", "reason", "无需协同"),
                        "If-Match",
                        dispatcher.get(path).header("ETag"));
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    private void act(String id, String action, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("action", action);
        String tag = dispatcher.get("/api/v1/incidents/" + id).header("ETag");
        TestApi.Answer answer = dispatcher.post("/api/v1/incidents/" + id + "/actions", body, "If-Match", tag);
        assertThat(answer.status()).as(action + answer.body()).isEqualTo(200);
    }

    private String report(String text) {
        TestApi.Answer answer = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        "water_leak",
                        "description",
                        text,
                        "location",
                        Map.of("lon", 122.115, "lat", 30.015),
                        "reporter",
                        Map.of("name", "王某", "phone", "13900000000")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String code(String id) {
        return jdbc.sql("SELECT tracking_code FROM incident.incidents WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private String number(String id) {
        return jdbc.sql("SELECT number FROM incident.incidents WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }
}
