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
        assertThat(reporters.valueStream().map(one -> one.path("trackingCode").asString()))
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
