package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A merged case keeps and answers every reporter; the earlier clock counts; of two who merge at once one wins. */
@GridwardIT
@TestPropertySource(properties = "own-database=duplicates")
class MergeIT {

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

    private TestApi dispatcher;
    private TestApi patrol;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        dispatcher = TestApi.of(context).as("dispatcher");
        patrol = TestApi.of(context).as("patrol");
    }

    @Test
    void theLaterCaseKeepsTheEarlierClockAndEveryReporter() {
        JsonNode early = file(patrol, "李女士");
        JsonNode late = file(dispatcher, "王先生");
        String into = id(late);
        String before = due(TestLife.read(dispatcher, into), "CLOSE");
        JsonNode merged = TestLife.act(dispatcher, id(early), "MERGE", "into", into);
        assertThat(merged.path("state").asString()).isEqualTo("MERGED");
        JsonNode whole = TestLife.read(dispatcher, into);
        assertThat(due(whole, "CLOSE")).isLessThanOrEqualTo(before).isEqualTo(due(early, "CLOSE"));
        assertThat(whole.path("timeline").valueStream().map(row -> row.path("action")
                        .asString()))
                .contains("MERGED_IN");

        TestApi.Answer third = dispatcher.post(
                "/api/v1/incidents/" + into + "/reporters",
                Map.of("channel", "PHONE", "description", "我家也漏", "reporter", Map.of("name", "张老伯", "phone", "001")),
                "Idempotency-Key",
                "me-too");
        assertThat(third.status()).as(third.body()).isEqualTo(201);
        assertThat(third.json().path("trackingCode").asString()).hasSize(26);
        JsonNode reporters = dispatcher
                .get("/api/v1/incidents/" + into + "/reporters")
                .json()
                .path("items");
        assertThat(reporters
                        .valueStream()
                        .map(one -> one.path("reporter").path("name").asString()))
                .containsExactly("李女士", "王先生", "张老伯");
        assertThat(reporters.valueStream().map(one -> one.path("firstReceiver").asString()))
                .containsExactly("patrol", "dispatcher", "dispatcher");
        assertThat(reporters.toString()).as("a code is its reporter's").doesNotContain("trackingCode");
        assertThat(Stream.of(early, late, third.json())
                        .map(one -> one.path("trackingCode").asString()))
                .doesNotHaveDuplicates()
                .hasSize(3);

        TestLife.close(dispatcher, into);
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + into + "/reporters")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("answeredAt").isNull()))
                .containsOnly(false);
        assertThat(dispatcher
                        .post("/api/v1/incidents/" + into + "/reporters", Map.of("channel", "PHONE"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoMergeAtOnceOneWinsAndNothingIsMergedInACircle() {
        String one = id(file(dispatcher, "甲"));
        String other = id(file(dispatcher, "乙"));
        String tagOne = TestLife.tag(dispatcher, one);
        String tagOther = TestLife.tag(dispatcher, other);
        List<Integer> statuses = Stream.of(
                        List.of(one, other, tagOne), List.of(other, one, tagOther), List.of(one, other, tagOne))
                .map(pair -> CompletableFuture.supplyAsync(() -> dispatcher
                        .post(
                                "/api/v1/incidents/" + pair.get(0) + "/actions",
                                Map.of("action", "MERGE", "into", pair.get(1)),
                                "If-Match",
                                pair.get(2))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 409 || status == 412);
        assertThat(jdbc.sql("SELECT count(*) FROM incident.incidents WHERE state = 'MERGED' AND id::text IN (?, ?)")
                        .params(one, other)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasMergedByMistakeGoesOnByItsOwnClockAndAnswersItsOwnReporter() {
        JsonNode early = file(patrol, "甲");
        JsonNode late = file(dispatcher, "乙");
        String into = id(late);
        String own = due(TestLife.read(dispatcher, into), "CLOSE");
        TestLife.act(dispatcher, id(early), "MERGE", "into", into);
        String code = early.path("trackingCode").asString();
        TestApi anybody = TestApi.of(context);
        assertThat(anybody.get("/api/v1/public/status/" + code)
                        .json()
                        .path("number")
                        .asString())
                .isEqualTo(late.path("number").asString());

        assertThat(TestLife.ask(dispatcher, into, "UNMERGE", "reason", "x").status())
                .isEqualTo(409);
        assertThat(TestLife.ask(patrol, id(early), "UNMERGE", "reason", "x").status())
                .isEqualTo(403);
        assertThat(TestLife.ask(dispatcher, id(early), "UNMERGE").status()).isEqualTo(422);
        JsonNode apart = TestLife.act(dispatcher, id(early), "UNMERGE", "reason", "两户各漏各的");
        assertThat(apart.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(apart.path("mergedInto").isNull()).isTrue();
        assertThat(apart.path("closedAt").isNull()).isTrue();
        assertThat(apart.path("deadlines")).hasSameSizeAs(early.path("deadlines"));
        assertThat(due(apart, "CLOSE")).isEqualTo(due(early, "CLOSE"));
        assertThat(apart.path("nextDue").asString()).isNotEmpty();
        assertThat(apart.path("tasks")
                        .valueStream()
                        .filter(task -> task.path("state").asString().equals("ASSIGNED"))
                        .map(task -> task.path("person").asString()))
                .containsExactlyElementsOf(early.path("tasks")
                        .valueStream()
                        .map(task -> task.path("person").asString())
                        .toList());
        JsonNode left = TestLife.read(dispatcher, into);
        assertThat(due(left, "CLOSE")).isEqualTo(own);
        assertThat(left.path("timeline").findValuesAsString("action")).contains("MERGED_IN", "MERGED_OUT");
        assertThat(apart.path("timeline").findValuesAsString("action")).contains("MERGE", "UNMERGE");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM dispatch.deadlines WHERE incident_id::text IN (?, ?) AND ring_at IS NULL")
                        .params(id(early), into)
                        .query(Long.class)
                        .single())
                .as("every clock will ring")
                .isZero();

        TestLife.close(dispatcher, into);
        assertThat(TestLife.read(dispatcher, id(early)).path("state").asString())
                .as("the answer to one is no answer to the other")
                .isEqualTo("DISPATCHED");
        assertThat(anybody.get("/api/v1/public/status/" + code)
                        .json()
                        .path("number")
                        .asString())
                .isEqualTo(early.path("number").asString());
        TestLife.close(dispatcher, id(early));
        assertThat(TestLife.ask(dispatcher, id(early), "UNMERGE", "reason", "x").status())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoTakeACaseApartAtOnceOneWins() {
        String into = id(file(dispatcher, "甲"));
        String one = id(file(dispatcher, "乙"));
        TestLife.act(dispatcher, one, "MERGE", "into", into);
        String tag = TestLife.tag(dispatcher, one);
        List<Integer> statuses = Stream.of(tag, tag, "*")
                .map(seen -> CompletableFuture.supplyAsync(() -> dispatcher
                        .post(
                                "/api/v1/incidents/" + one + "/actions",
                                Map.of("action", "UNMERGE", "reason", "并错了"),
                                "If-Match",
                                seen)
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 409 || status == 412);
    }

    private JsonNode file(TestApi by, String name) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("category", "water_leak");
        report.put("description", "楼道漏水");
        report.put("channel", "PHONE");
        report.put("location", Map.of("lon", 122.115, "lat", 30.035));
        report.put("reporter", Map.of("name", name));
        TestApi.Answer answer = by.post("/api/v1/incidents", report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String id(JsonNode incident) {
        return incident.path("id").asString();
    }

    private static String due(JsonNode incident, String kind) {
        return incident.path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asString().equals(kind))
                .map(deadline -> deadline.path("due").asString())
                .findFirst()
                .orElseThrow();
    }
}
