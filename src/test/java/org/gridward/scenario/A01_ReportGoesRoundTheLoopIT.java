package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
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

@GridwardIT
@TestPropertySource(properties = "own-database=A01")
class A01_ReportGoesRoundTheLoopIT {

    private static final double LON = 122.115;
    private static final double LAT = 30.015;
    private static final String HOME = TestTown.micro(1, 1);

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
    private TestApi patrol;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        TestApi api = TestApi.of(context);
        dispatcher = api.as("dispatcher");
        patrol = api.as("patrol");
    }

    @Test
    void aReportFindsItsGridAndIsTakenFinishedAndClosed() {
        JsonNode who = dispatcher
                .get("/api/v1/responsibility?lon=" + LON + "&lat=" + LAT + "&category=pipe_burst")
                .json();
        assertThat(who.path("standing").asString()).isEqualTo("OWNED");
        assertThat(who.path("question").isNull()).isTrue();

        TestApi.Answer reported = report(dispatcher, "pipe_burst", "key-" + UUID.randomUUID());
        assertThat(reported.status()).isEqualTo(201);
        JsonNode incident = reported.json();
        assertThat(incident.path("number").asString()).matches("20\\d\\d-\\d{7}");
        assertThat(incident.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(incident.path("lead").path("gridCode").asString())
                .isEqualTo(HOME)
                .isEqualTo(who.path("lead").path("gridCode").asString());
        assertThat(texts(incident.path("matches"), "layer")).startsWith("town", "community", "grid", "micro-grid");
        assertThat(texts(incident.path("deadlines"), "kind")).containsExactly("RESPOND", "CONTROL", "REVISIT");
        assertThat(texts(incident.path("tasks"), "part")).containsExactly("LEAD", "HELPER");
        assertThat(incident.path("decision").path("rule").path("id").asString()).isEqualTo("territory-first");

        String id = incident.path("id").asString();
        assertThat(reported.header("Location")).isEqualTo("/api/v1/incidents/" + id);
        String tag = reported.header("ETag");
        tag = act(patrol, id, tag, "ACCEPT", null);
        tag = act(patrol, id, tag, "ARRIVE", null);
        tag = act(patrol, id, tag, "CONTROL", null);
        tag = act(patrol, id, tag, "NOTE", "阀门已关");
        tag = act(patrol, id, tag, "FINISH", null);
        TestApi.Answer early = dispatcher.post(
                "/api/v1/incidents/" + id + "/actions", Map.of("action", "CLOSE", "how", "REPAIRED"), "If-Match", tag);
        assertThat(early.problem()).isEqualTo("action-not-allowed");
        assertThat(early.json().path("detail").asString()).contains("FEEDBACK");
        tag = act(patrol, id, tag, Map.of("action", "FEEDBACK", "answer", "阀门已修好，恢复供水"));
        tag = act(dispatcher, id, tag, Map.of("action", "REVISIT", "result", "SOLVED", "satisfaction", 5));
        Map<String, Object> close = Map.of("action", "CLOSE", "how", "REPAIRED", "rootCause", "管道老化");
        TestApi.Answer alone = dispatcher.post("/api/v1/incidents/" + id + "/actions", close, "If-Match", tag);
        assertThat(alone.problem()).isEqualTo("helpers-open");
        TestLife.helpersDone(patrol, id);
        act(dispatcher, id, tag, close);

        JsonNode closed = dispatcher.get("/api/v1/incidents/" + id).json();
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
        assertThat(texts(closed.path("timeline"), "action"))
                .containsExactly(
                        "REPORT",
                        "DISPATCH",
                        "ACCEPT",
                        "ARRIVE",
                        "CONTROL",
                        "NOTE",
                        "FINISH",
                        "FEEDBACK",
                        "REVISIT",
                        "TASK_ACCEPT",
                        "TASK_DONE",
                        "CLOSE");
        assertThat(closed.path("deadlines").valueStream().map(deadline -> deadline.path("metAt")
                        .isNull()))
                .containsOnly(false);
        assertThat(texts(closed.path("tasks"), "state")).containsExactly("CLOSED", "DONE");
        assertThat(closed.path("decision").path("lead").path("person").asString())
                .contains(HOME);
        assertThat(count("SELECT count(*) FROM access.audit_events WHERE object = ?", id))
                .isEqualTo(11);
        assertThat(news(id))
                .contains("IncidentReported", "UnitDispatched", "IncidentClosed")
                .filteredOn("IncidentChanged"::equals)
                .hasSize(8);
    }

    @Test
    void theSameKeyAnswersTheSameIncidentAndAnotherBodyIsRefused() {
        String key = "key-" + UUID.randomUUID();
        TestApi.Answer first = report(dispatcher, "noise", key);
        TestApi.Answer again = report(dispatcher, "noise", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        TestApi.Answer other = report(dispatcher, "water_leak", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(count("SELECT count(*) FROM platform.idempotency_keys WHERE key = ?", key))
                .isEqualTo(1);
    }

    @Test
    void aStaleVersionIs412AMissingOne428AndAForbiddenActionChangesNothing() {
        JsonNode incident = report(dispatcher, "noise", null).json();
        String path = "/api/v1/incidents/" + incident.path("id").asString() + "/actions";
        assertThat(patrol.post(path, Map.of("action", "ACCEPT")).status()).isEqualTo(428);
        TestApi.Answer stale = patrol.post(path, Map.of("action", "ACCEPT"), "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        TestApi.Answer early = patrol.post(path, Map.of("action", "FINISH"), "If-Match", "\"1\"");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asString()).contains("[ACCEPT, NOTE, ");
        TestApi.Answer bare = patrol.post(path, Map.of("action", "WHISTLE"), "If-Match", "\"1\"");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(texts(bare.json().path("errors"), "pointer")).contains("/departments");
        TestApi.Answer role = patrol.post(path, Map.of("action", "CLOSE"), "If-Match", "\"1\"");
        assertThat(role.status()).isEqualTo(403);
        assertThat(patrol.post(path, Map.of("action", "DANCE"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(dispatcher
                        .get(path.replace("/actions", ""))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aReturnNeedsAReasonAndGoesBackToDispatched() {
        JsonNode incident = report(dispatcher, "noise", null).json();
        String id = incident.path("id").asString();
        String tag = act(patrol, id, "\"1\"", "ACCEPT", null);
        TestApi.Answer bare =
                patrol.post("/api/v1/incidents/" + id + "/actions", Map.of("action", "RETURN"), "If-Match", tag);
        assertThat(bare.status()).isEqualTo(422);
        act(patrol, id, tag, Map.of("action", "RETURN", "reason", "不在本网格"));
        JsonNode back = dispatcher.get("/api/v1/incidents/" + id).json();
        assertThat(back.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(texts(back.path("tasks"), "state")).contains("ASSIGNED");
        assertThat(texts(back.path("tasks"), "person"))
                .contains(back.path("firstReceiver").asString());
        assertThat(back.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("detail").path("reason").asString("")))
                .contains("不在本网格");
    }

    @Test
    void reportsOfManyAtOnceAreAllStoredEachWithItsOwnNumberAndLead() {
        List<String> numbers = IntStream.range(0, 8)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 20)
                        .mapToObj(n -> report(dispatcher, "lift", null)
                                .json()
                                .path("number")
                                .asString())
                        .toList()))
                .toList()
                .stream()
                .flatMap(client -> client.join().stream())
                .toList();
        assertThat(numbers).hasSize(160).doesNotHaveDuplicates();
        assertThat(count("SELECT count(*) FROM incident.incidents WHERE category = ?", "lift"))
                .isEqualTo(160);
        assertThat(count(
                        "SELECT count(*) FROM dispatch.tasks WHERE part = 'LEAD' AND ended_at IS NULL AND category = ?",
                        "lift"))
                .isEqualTo(160);
    }

    @Test
    void theDutyListNamesEveryCategoryThatCanBeReported() {
        assertThat(jdbc.sql("SELECT category FROM responsibility.duties")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("SELECT code FROM published.categories WHERE parent IS NOT NULL")
                                .query(String.class)
                                .list());
    }

    @Test
    void theListFindsItByGridStateBoxAndCategory() {
        String id = report(dispatcher, "zombie_vehicle", null).json().path("id").asString();
        String query = "/api/v1/incidents?state=OPEN&layer=micro-grid&grid=" + HOME
                + "&bbox=122.11,30.01,122.12,30.02&category=zombie_vehicle&limit=1";
        JsonNode page = dispatcher.get(query).json();
        assertThat(texts(page.path("items"), "id")).containsExactly(id);
        assertThat(page.path("items").get(0).path("deadlines").size()).isEqualTo(1);
        assertThat(dispatcher
                        .get(query.replace(HOME, TestTown.micro(0, 0)))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        JsonNode task = dispatcher
                .get("/api/v1/tasks?state=OPEN&grid=" + HOME)
                .json()
                .path("items")
                .get(0);
        assertThat(task.path("incident").path("number").asString())
                .isEqualTo(task.path("number").asString());
    }

    private TestApi.Answer report(TestApi api, String category, String key) {
        Map<String, Object> body = Map.of(
                "category",
                category,
                "description",
                "测试用报告",
                "channel",
                "PHONE",
                "location",
                Map.of("lon", LON, "lat", LAT),
                "reporter",
                Map.of("phone", "000"));
        return key == null
                ? api.post("/api/v1/incidents", body)
                : api.post("/api/v1/incidents", body, "Idempotency-Key", key);
    }

    private static String act(TestApi api, String id, String tag, String action, String note) {
        return act(api, id, tag, note == null ? Map.of("action", action) : Map.of("action", action, "note", note));
    }

    private static String act(TestApi api, String id, String tag, Map<String, Object> body) {
        TestApi.Answer answer = api.post("/api/v1/incidents/" + id + "/actions", body, "If-Match", tag);
        assertThat(answer.status()).as(body + " " + answer.body()).isEqualTo(200);
        return answer.header("ETag");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.path(field).asString()).toList();
    }

    private long count(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }

    private List<String> news(String id) {
        return jdbc.sql("""
                        SELECT type FROM (SELECT type, subject FROM platform.outbox
                            UNION ALL SELECT type, subject FROM console.stream_events) AS told
                        WHERE subject = ?""").param(id).query(String.class).list();
    }
}
