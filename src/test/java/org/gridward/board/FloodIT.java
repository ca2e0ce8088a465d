package org.gridward.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Many anonymous reports at once: each becomes a case or is held, none is lost, and those who work go on working. */
@GridwardIT
@TestPropertySource(properties = "own-database=FloodIT")
class FloodIT {

    private static final int REPORTS = 1_000;
    private static final int BOARDS = 10;
    private static final int ADDRESSES = 200;

    @Autowired
    ApplicationContext context;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QuarantineJanitor janitor;

    private TestApi api;
    private int port;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        for (int i = 0; i < BOARDS; i++) {
            if (places.find("F-" + i).isEmpty()) {
                places.create(new NewPlace(
                        "F-" + i, "notice-board", "公示牌", "Board", 122.105, 30.005, Map.of("token", "flood-" + i)));
            }
        }
        api = TestApi.of(context);
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aThousandReportsAtOnceAreAllTakenOrHeldAndADispatcherStillGetsThrough() throws Exception {
        long casesBefore = count("SELECT count(*) FROM incident.incidents WHERE channel = 'QR'");
        long heldBefore = count("SELECT count(*) FROM board.held_reports");
        List<Future<Integer>> answers = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        ExecutorService senders = Executors.newFixedThreadPool(64);
        try {
            for (int i = 0; i < REPORTS; i++) {
                String from = "127.0.1." + (1 + i % ADDRESSES);
                String path = "/api/v1/public/boards/flood-" + i % BOARDS + "/reports";
                String device = "made-up-device-" + i;
                String body = "{\"category\":\"noise\",\"description\":\"report " + i + "\"}";
                answers.add(senders.submit(() -> RawPost.send(port, from, path, device, body)));
            }
            for (int i = 0; i < 5; i++) {
                own.add(api.as("dispatcher")
                        .post(
                                "/api/v1/incidents",
                                Map.of(
                                        "category", "pipe_burst",
                                        "description", "by phone",
                                        "location", Map.of("lon", 122.105, "lat", 30.005)))
                        .status());
            }
            int taken = 0;
            int held = 0;
            for (Future<Integer> answer : answers) {
                int status = answer.get();
                assertThat(status).isIn(201, 202);
                taken += status == 201 ? 1 : 0;
                held += status == 202 ? 1 : 0;
            }
            assertThat(own).containsOnly(201);
            assertThat(taken + held).isEqualTo(REPORTS);
            assertThat(held).isGreaterThan(REPORTS / 2);
            assertThat(count("SELECT count(*) FROM incident.incidents WHERE channel = 'QR'") - casesBefore)
                    .isEqualTo(taken);
            assertThat(count("SELECT count(*) FROM board.held_reports") - heldBefore)
                    .isEqualTo(held);
            assertThat(count("SELECT count(DISTINCT description) FROM (SELECT description FROM incident.incidents"
                            + " WHERE channel = 'QR' UNION ALL SELECT description FROM board.held_reports) AS all_of_them"
                            + " WHERE description LIKE 'report %'"))
                    .isEqualTo(REPORTS);
        } finally {
            senders.shutdownNow();
        }
    }

    private UUID held(String device, String description) {
        Map<String, Object> report = Map.of(
                "category", "street_lamp", "description", description, "reporter", Map.of("phone", "13800000000"));
        TestApi.Answer answer = null;
        for (int i = 0; i < 7; i++) {
            answer = api.post(
                    "/api/v1/public/boards/flood-0/reports", report, "Device", device, "Idempotency-Key", device + i);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("message").asString()).contains("110", "119", "120");
        assertThat(answer.json().path("call").toString()).contains("110", "119", "120");
        TestApi.Answer again = api.post(
                "/api/v1/public/boards/flood-0/reports", report, "Device", device, "Idempotency-Key", device + 6);
        assertThat(again.json().path("id")).isEqualTo(answer.json().path("id"));
        return UUID.fromString(answer.json().path("id").asString());
    }

    @Test
    void aDispatcherMakesACaseOfAHeldReportOnceHoweverManyTry() {
        UUID id = held("one-phone-0001", "灯不亮");
        JsonNode listed =
                api.as("dispatcher").get("/api/v1/quarantine?limit=10000").json();
        assertThat(listed.path("waiting").asLong()).isPositive();
        assertThat(listed.path("items")).anySatisfy(one -> {
            assertThat(one.path("id").asString()).isEqualTo(id.toString());
            assertThat(one.path("why").asString()).isNotBlank();
            assertThat(one.path("reporterPhone").asString()).isEqualTo("13800000000");
        });

        TestApi.Answer released = api.as("dispatcher").post("/api/v1/quarantine/" + id + "/release", "");
        assertThat(released.status()).as(released.body()).isEqualTo(201);
        JsonNode incident =
                api.as("dispatcher").get(released.header("Location")).json();
        assertThat(incident.path("incident").path("description").asString() + incident)
                .contains("灯不亮");
        TestApi.Answer late = api.as("admin").post("/api/v1/quarantine/" + id + "/release", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).contains("dispatcher");
        assertThat(count("SELECT count(*) FROM board.held_reports WHERE id = '" + id
                        + "' AND state = 'RELEASED' AND incident_id IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void heldReportsAreDismissedWithAReasonAndStayOnRecord() {
        UUID id = held("one-phone-0002", "SPAM <script>alert(1)</script>");
        assertThat(api.as("dispatcher")
                        .post("/api/v1/quarantine/dismissals", Map.of("ids", List.of(id), "reason", " "))
                        .status())
                .isEqualTo(422);
        JsonNode done = api.as("dispatcher")
                .post(
                        "/api/v1/quarantine/dismissals",
                        Map.of("ids", List.of(id, UUID.randomUUID()), "reason", "same text many times"))
                .json();
        assertThat(done.path("dismissed").asInt()).isEqualTo(1);
        assertThat(done.path("refused")).hasSize(1);
        assertThat(janitor.forget()).isZero();
        assertThat(api.as("dispatcher")
                        .get("/api/v1/quarantine?state=DISMISSED&limit=10000")
                        .json()
                        .path("items"))
                .anySatisfy(one -> assertThat(one.path("reason").asString()).isEqualTo("same text many times"));
    }

    @Test
    void whatWasDismissedLongAgoIsForgottenAndWhatWaitsIsNot() {
        UUID gone = held("one-phone-0003", "dismissed");
        UUID waits = held("one-phone-0004", "waits");
        api.as("dispatcher")
                .post("/api/v1/quarantine/dismissals", Map.of("ids", List.of(gone), "reason", "nothing in it"));
        jdbc.sql("UPDATE board.held_reports SET decided_at = now() - interval '91 days' WHERE id = :id")
                .param("id", gone)
                .update();
        assertThat(janitor.forget()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT id FROM board.held_reports WHERE id IN (:gone, :waits)")
                        .param("gone", gone)
                        .param("waits", waits)
                        .query(UUID.class)
                        .list())
                .containsExactly(waits);
    }

    @Test
    void aHeldReportIsRefusedLikeAnyOtherWhereNobodyCouldMakeACaseOfIt() {
        String path = "/api/v1/public/boards/flood-1/reports";
        assertThat(api.post(path, Map.of("category", "no_such", "description", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, Map.of("category", "noise", "description", " "))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, Map.of("category", "noise", "description", "x".repeat(4_001)))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, "{\"category\":\"noise\",\"description\":\"a\\u0000b\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReportThatCannotBeStoredIsRefusedAndTakesNoOtherWithIt() {
        String path = "/api/v1/public/boards/flood-2/reports";
        UUID held = held("one-phone-0003", "held beside it");
        for (String member : List.of("datum", "gridCode")) {
            TestApi.Answer answer = api.post(
                    path,
                    "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.105,\"lat\":30.005,\""
                            + member + "\":\"a\\u0000b\"}}",
                    "Device",
                    "one-phone-0003");
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/location/" + member);
        }
        assertThat(count("SELECT count(*) FROM board.held_reports WHERE id = '" + held + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDispatcherOfElsewhereNeitherReadsNorDecidesWhatIsHeldHere() {
        UUID id = held("one-phone-0004", "not theirs");
        TestApi.addUser(jdbc, "east-dispatcher", "dispatcher", "330999001002");
        TestApi.addUser(jdbc, "west-dispatcher", "dispatcher", "330999001001");

        assertThat(api.as("east-dispatcher")
                        .get("/api/v1/quarantine?limit=10000")
                        .body())
                .doesNotContain(id.toString(), "13800000000");
        assertThat(api.as("east-dispatcher")
                        .post("/api/v1/quarantine/" + id + "/release", "")
                        .status())
                .isEqualTo(403);
        assertThat(api.as("east-dispatcher")
                        .post("/api/v1/quarantine/dismissals", Map.of("ids", List.of(id), "reason", "x"))
                        .json()
                        .path("refused"))
                .hasSize(1);
        assertThat(api.as("west-dispatcher")
                        .get("/api/v1/quarantine?limit=10000")
                        .body())
                .contains(id.toString());
        assertThat(api.as("west-dispatcher")
                        .post("/api/v1/quarantine/" + id + "/release", "")
                        .status())
                .isEqualTo(201);
    }
}
