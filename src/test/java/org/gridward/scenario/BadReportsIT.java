package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Reports and actions that cannot be taken: each is refused with what to send instead, and changes nothing. */
@GridwardIT
@TestPropertySource(properties = "own-database=bad-reports")
class BadReportsIT {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String HERE = "{\"lon\":122.115,\"lat\":30.015}";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
    }

    @ParameterizedTest(name = "location {0}: {1} {2}, saying {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lon\":181,\"lat\":30}                          | 422 | coordinates-out-of-range | 181",
                "{\"lon\":30.015,\"lat\":122.115}                  | 422 | coordinates-out-of-range | swapped",
                "{\"lon\":100,\"lat\":20}                          | 422 | outside-jurisdiction     | 122.0..122.4",
                "{\"lon\":\"NaN\",\"lat\":30}                      | 4xx |                          | NaN",
                "{\"lon\":NaN,\"lat\":30}                          | 400 | unreadable-json          | NaN",
                "{\"lon\":1e999,\"lat\":30}                        | 4xx |                          | nfinity",
                "{\"lon\":122.115}                                 | 422 | location-form            | lat",
                "{}                                                | 422 | location-form            | lon",
                "null                                              | 422 | location-missing         | lon",
                "[122.115,30.015]                                  | 400 |                          | ",
                "{\"lon\":122.115,\"lat\":30.015,\"qr\":\"x\"}     | 422 | location-form            | exactly one",
                "{\"lon\":122.115,\"lat\":30.015,\"datum\":\"X\"}  | 422 | unknown-datum            | WGS84",
                "{\"lon\":122.1,\"lat\":30,\"accuracyMeters\":-1}  | 422 | accuracy-out-of-range    | -1",
                "{\"lon\":122.1,\"lat\":30,\"accuracyMeters\":\"NaN\"} | 4xx |                      | NaN",
                "{\"qr\":\"no-such-board\"}                        | 422 | location-not-found       | no-such-board",
                "{\"placeCode\":\"nowhere\"}                       | 422 | location-not-found       | nowhere",
                "{\"lampPost\":\"L-0\"}                            | 422 | location-not-found       | L-0",
                "{\"address\":\"Nowhere Street 1\"}                | 422 | location-not-found       | Nowhere Street 1",
                "{\"longitude\":122.1,\"latitude\":30}             | 400 | unknown-member           | longitude",
            })
    void aReportFromNowhereIsRefused(String location, String status, String problem, String named) {
        refused(report("noise", location), status, problem, named);
    }

    @ParameterizedTest(name = "category {0}")
    @CsvSource({"dragons", "'noise; DROP TABLE incident.incidents'", "' '"})
    void aReportOfAnUnknownCategoryIsRefused(String category) {
        Answer answer = report(category, HERE);

        refused(answer, "422", "", category);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                              | 400",
                "{                                                                             | 400",
                "[]                                                                            | 400",
                "null                                                                          | 400",
                "{}                                                                            | 422",
                "{\"category\":\"noise\"}                                                      | 422",
                "{\"category\":\"noise\",\"description\":\" \",\"location\":{\"lon\":122.115,\"lat\":30.015}}    | 422",
                "{\"category\":\"noise\",\"description\":\"a\\u0000b\",\"location\":{\"lon\":122.115,\"lat\":30.015}} | 422",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.115,\"lat\":30.015},\"channel\":\"a b\"} | 422",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.115,\"lat\":30.015},\"occurredAt\":\"2026-01-01T00:00:00\"} | 400",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.115,\"lat\":30.015},\"occurredAt\":\"2999-01-01T00:00:00Z\"} | 422",
                "{\"category\":\"noise\",\"description\":\"x\",\"location\":{\"lon\":122.115,\"lat\":30.015},\"state\":\"CLOSED\"} | 400",
            })
    void aReportThatSaysTooLittleOrNonsenseIsRefused(String body, String status) {
        refused(dispatcher.post(INCIDENTS, body == null ? "" : body), status, "", "");
    }

    @Test
    void aReportLongerThanALetterIsRefused() {
        Answer answer = dispatcher.post(
                INCIDENTS,
                Map.of(
                        "category",
                        "noise",
                        "description",
                        "长".repeat(4_001),
                        "location",
                        Map.of("lon", 122.1, "lat", 30)));

        refused(answer, "422", "", "4001");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("too-long");
        assertThat(answer.json().at("/errors/0/values/most").asInt()).isEqualTo(4_000);
    }

    @Test
    void aBoardTakesNoMoreThanALetterFromWhoeverComes() {
        TestApi nobody = TestApi.of(context);
        String board = "/api/v1/public/boards/no-such-board/reports";

        refused(nobody.post(board, "{\"description\":\"" + "x".repeat(70_000) + "\"}"), "413", "public-body", "70");
        refused(nobody.post(board, "{\"description\":\"x\"}"), "404", "", "no-such-board");
    }

    @Test
    void aPlannerMayNotReportAndNobodyMayWithoutSigningIn() {
        TestApi api = TestApi.of(context);

        assertThat(api.as("planner").post(INCIDENTS, body("noise", HERE)).problem())
                .isEqualTo("wrong-role");
        assertThat(api.post(INCIDENTS, body("noise", HERE)).status()).isEqualTo(401);
    }

    @Test
    void aPlannerLeavesANoteAndTakesNoOtherAction() {
        TestApi planner = TestApi.of(context).as("planner");
        Answer reported = report("noise", HERE);
        String actions = reported.header("Location") + "/actions";
        String tag = reported.header("ETag");

        for (String action : List.of("ACCEPT", "ARRIVE", "FINISH", "CLOSE", "RETURN")) {
            Answer answer = planner.post(actions, Map.of("action", action, "note", "x"), "If-Match", tag);
            assertThat(answer.status()).as(action).isEqualTo(403);
            assertThat(answer.problem()).as(action).isEqualTo("role-not-allowed");
        }
        assertThat(planner.post(actions, Map.of("action", "NOTE", "note", "x"), "If-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPatrolActsInItsOwnGridOnly() {
        TestApi.addUser(jdbc, "patrol-east", "patrol", "33099900100201");
        TestApi.addUser(jdbc, "patrol-west", "patrol", "33099900100102");
        Answer reported = report("noise", HERE);
        String actions = reported.header("Location") + "/actions";
        String tag = reported.header("ETag");

        Answer elsewhere =
                TestApi.of(context).as("patrol-east").post(actions, Map.of("action", "ACCEPT"), "If-Match", tag);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.problem()).isEqualTo("outside-own-jurisdiction");
        assertThat(dispatcher.get(reported.header("Location")).header("ETag")).isEqualTo(tag);
        assertThat(TestApi.of(context)
                        .as("patrol-west")
                        .post(actions, Map.of("action", "ACCEPT"), "If-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "If-Match {0}: {1}")
    @CsvSource({"'', 428", "'\"99\"', 412", "'\"0\"', 412", "'\"abc\"', 412", "'\"1\", \"2\"', 412"})
    void anActionOnAStaleOrUnknownVersionChangesNothing(String ifMatch, int status) {
        Answer reported = report("noise", HERE);

        Answer answer = dispatcher.post(
                reported.header("Location") + "/actions", Map.of("action", "ACCEPT"), "If-Match", ifMatch);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isNotEmpty();
        assertThat(dispatcher.get(reported.header("Location")).header("ETag")).isEqualTo(reported.header("ETag"));
    }

    @Test
    void anActionOnNoIncidentIsNotFound() {
        for (String id : List.of("00000000-0000-7000-8000-000000000000", "x", "1")) {
            Answer answer =
                    dispatcher.post(INCIDENTS + "/" + id + "/actions", Map.of("action", "ACCEPT"), "If-Match", "\"1\"");
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.problem()).as(id).isEqualTo("unknown-incident");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "state=DANCING",
        "bbox=1,2,3",
        "'bbox=a,b,c,d'",
        "category=dragons",
        "since=yesterday",
        "overdue=perhaps",
        "limit=0",
        "limit=10001",
        "limit=ten",
        "cursor=%25%25",
        "cursor=AAAA",
    })
    void aListThatCannotBeMadeIsRefusedWithAProblem(String query) {
        Answer answer = dispatcher.get(INCIDENTS + "?" + query);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.problem()).isNotEmpty();
    }

    @Test
    void eightRetriesAtOnceWithOneKeyMakeOneIncident() {
        String key = "key-" + UUID.randomUUID();
        long before = stored();

        List<Answer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> dispatcher.post(INCIDENTS, body("noise", HERE), "Idempotency-Key", key)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream()
                        .map(answer -> answer.json().path("id").asString())
                        .distinct())
                .hasSize(1);
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void aKeyOfAnotherBodyAndAKeyTooLongAreRefused() {
        String key = "key-" + UUID.randomUUID();
        assertThat(dispatcher
                        .post(INCIDENTS, body("noise", HERE), "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);

        refused(
                dispatcher.post(INCIDENTS, body("water_leak", HERE), "Idempotency-Key", key),
                "422",
                "idempotency-key-reused",
                key);
        refused(
                dispatcher.post(INCIDENTS, body("noise", HERE), "Idempotency-Key", "k".repeat(201)),
                "400",
                "idempotency-key",
                "201");
    }

    private Answer report(String category, String location) {
        long before = stored();
        Answer answer = dispatcher.post(INCIDENTS, body(category, location));
        assertThat(stored()).isEqualTo(answer.status() == 201 ? before + 1 : before);
        return answer;
    }

    private static void refused(Answer answer, String status, String problem, String named) {
        assertThat(String.valueOf(answer.status())).as(answer.body()).startsWith(status.replace("xx", ""));
        assertThat(answer.problem()).as(answer.body()).isNotEmpty();
        if (problem != null && !problem.isEmpty()) {
            assertThat(answer.problem()).isEqualTo(problem);
        }
        assertThat(answer.body()).contains(named == null ? "" : named);
    }

    private static String body(String category, String location) {
        return "{\"category\":\"" + category + "\",\"description\":\"x\",\"location\":" + location + "}";
    }

    private long stored() {
        return jdbc.sql("SELECT count(*) FROM incident.incidents")
                .query(Long.class)
                .single();
    }
}
