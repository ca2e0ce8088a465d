package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A closing or a transfer taken back within ten seconds leaves the case as it was, and counts for nothing. */
class UndoIT extends LifeTown {

    private static final String ELSEWHERE = "micro-grid/" + TestTown.micro(2, 2);

    private TestApi other;

    @BeforeEach
    void anotherDispatcher() {
        TestApi.addUser(jdbc, "dispatcher-2", "dispatcher", "*");
        other = TestApi.of(context).as("dispatcher-2");
    }

    @Test
    void aClosingTakenBackIsNoReopening() {
        String id = fedBack();
        JsonNode before = TestLife.read(dispatcher, id);
        TestLife.act(dispatcher, id, "CLOSE", "how", "CLEARED");
        assertThat(counted(id)).contains("CLOSE");

        Answer undone = undo(dispatcher, id);

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        JsonNode after = undone.json();
        assertThat(after.path("state").asString()).isEqualTo("FED_BACK");
        assertThat(after.path("closedAt").isNull()).isTrue();
        assertThat(after.path("closedHow").isNull()).isTrue();
        assertThat(after.path("reopenings").asInt()).isZero();
        assertThat(after.path("nextDue")).isEqualTo(before.path("nextDue"));
        assertThat(met(after)).isEqualTo(met(before));
        assertThat(tasks(after)).isEqualTo(tasks(before));
        assertThat(after.path("timeline").valueStream().map(row -> row.path("action")
                        .asString()))
                .containsSubsequence("FEEDBACK", "CLOSE", "UNDO");
        assertThat(counted(id)).doesNotContain("CLOSE", "UNDO").endsWith("FEEDBACK");
        TestLife.act(dispatcher, id, "CLOSE", "how", "CLEARED");
        assertThat(counted(id)).endsWith("CLOSE");
    }

    @Test
    void aTransferTakenBackGivesTheCaseToWhoHadIt() {
        String id = report("noise");
        TestLife.act(dispatcher, id, "ACCEPT");
        JsonNode before = TestLife.read(dispatcher, id);
        transfer(dispatcher, id);
        assertThat(TestLife.read(dispatcher, id).path("lead")).isNotEqualTo(before.path("lead"));

        Answer undone = undo(dispatcher, id);

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        JsonNode after = undone.json();
        assertThat(after.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(after.path("lead")).isEqualTo(before.path("lead"));
        assertThat(openTasks(after)).isEqualTo(openTasks(before));
        assertThat(after.path("laterDecisions").valueStream().map(one -> one.path("because")
                        .asString()))
                .containsExactly("TRANSFER", "UNDO");
        assertThat(count("SELECT count(*) FROM published.hand_overs WHERE incident_id = ?::uuid", id))
                .isZero();
        assertThat(count(
                        "SELECT count(*) FROM published.tasks_given WHERE part = 'LEAD' AND incident_id = ?::uuid", id))
                .isEqualTo(1);
        assertThat(counted(id)).doesNotContain("TRANSFER");
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + id + "/hand-overs")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("because").asString()))
                .containsExactly("TRANSFER", "UNDO");
    }

    @Test
    void afterTenSecondsTheOrdinaryWayIsNamed() {
        String closed = fedBack();
        TestLife.act(dispatcher, closed, "CLOSE", "how", "CLEARED");
        String transferred = report("noise");
        transfer(dispatcher, transferred);
        jdbc.sql("UPDATE incident.undo_images SET at = at - interval '11 seconds'")
                .update();

        assertRefused(undo(dispatcher, closed), "undo-too-late", "REOPEN");
        assertRefused(undo(dispatcher, transferred), "undo-too-late", "TRANSFER hands it to somebody else");
        assertThat(TestLife.read(dispatcher, closed).path("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void nobodyTakesBackWhatAnotherDidNorWhatHasGoneOn() {
        String id = report("noise");
        transfer(dispatcher, id);
        assertRefused(undo(other, id), "undo-of-another", "dispatcher");
        TestLife.act(dispatcher, id, "ACCEPT");
        assertRefused(undo(dispatcher, id), "nothing-to-undo", "neither a closing nor a transfer");
        assertRefused(undo(dispatcher, report("noise")), "nothing-to-undo", "neither");
        Answer stale = dispatcher.post("/api/v1/incidents/" + id + "/undo", Map.of(), "If-Match", "\"1\"");
        assertThat(stale.problem()).isEqualTo("stale-incident");
        assertThat(patrol.post("/api/v1/incidents/" + id + "/undo", Map.of(), "If-Match", TestLife.tag(patrol, id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatAHelperHasTakenUpIsNotTakenBackUnderItsHands() {
        String id = report("noise");
        transfer(dispatcher, id);
        jdbc.sql("UPDATE dispatch.tasks SET version = 2 WHERE incident_id = ?::uuid AND ended_at IS NULL")
                .param(id)
                .update();

        assertRefused(undo(dispatcher, id), "undo-not-possible", "was taken up by");
    }

    @Test
    void closingThatEndedASupervisionIsReopenedInstead() {
        String id = fedBack();
        TestLife.act(
                dispatcher,
                id,
                "SUPERVISE",
                "department",
                "police",
                "until",
                Instant.now().plusSeconds(86_400).toString());
        TestLife.act(dispatcher, id, "CLOSE", "how", "CLEARED");

        assertRefused(undo(dispatcher, id), "undo-not-possible", "REOPEN");
    }

    @Test
    void allHelpersAreReleasedInOneStepForOneReason() {
        String id = report("noise");
        int helpers = (int) helpers(TestLife.read(dispatcher, id));
        assertThat(helpers).isPositive();
        String path = "/api/v1/incidents/" + id + "/helpers/release";
        assertThat(dispatcher
                        .post(path, Map.of("reason", " "), "If-Match", TestLife.tag(dispatcher, id))
                        .status())
                .isEqualTo(422);
        assertThat(dispatcher
                        .post(path, Map.of("reason", "x"), "If-Match", "\"99\"")
                        .problem())
                .isEqualTo("stale-incident");

        Answer released = dispatcher.post(path, Map.of("reason", "不需要"), "If-Match", TestLife.tag(dispatcher, id));

        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.json().path("released").asInt()).isEqualTo(helpers);
        JsonNode after = TestLife.read(dispatcher, id);
        assertThat(helpers(after)).isZero();
        assertThat(after.path("timeline")
                        .valueStream()
                        .filter(row -> row.path("action").asString().equals("TASK_RELEASE")))
                .hasSize(helpers);
        assertThat(dispatcher
                        .post(path, Map.of("reason", "x"), "If-Match", TestLife.tag(dispatcher, id))
                        .problem())
                .isEqualTo("no-helpers-open");
    }

    private String fedBack() {
        String id = report("noise");
        TestLife.finish(dispatcher, id);
        TestLife.helpersDone(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "done");
        return id;
    }

    private static void transfer(TestApi api, String id) {
        TestLife.act(api, id, "TRANSFER", "to", ELSEWHERE, "reason", "归他们");
    }

    private static Answer undo(TestApi api, String id) {
        return api.post("/api/v1/incidents/" + id + "/undo", Map.of(), "If-Match", TestLife.tag(api, id));
    }

    private static void assertRefused(Answer answer, String problem, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("detail").asString()).contains(words);
    }

    /** What the counters see of a case. */
    private List<String> counted(String id) {
        return jdbc.sql("SELECT action FROM published.incident_actions WHERE incident_id = ?::uuid ORDER BY at, id")
                .param(id)
                .query(String.class)
                .list();
    }

    private static List<String> met(JsonNode incident) {
        return incident.path("deadlines")
                .valueStream()
                .map(one -> one.path("kind").asString() + one.path("metAt").asString(""))
                .sorted()
                .toList();
    }

    private static List<String> tasks(JsonNode incident) {
        return incident.path("tasks")
                .valueStream()
                .map(task -> task.path("id").asString() + task.path("state").asString())
                .sorted()
                .toList();
    }

    private static List<String> openTasks(JsonNode incident) {
        return tasks(incident).stream()
                .filter(task -> !task.endsWith("REPLACED"))
                .toList();
    }

    private static long helpers(JsonNode incident) {
        return incident.path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals("HELPER"))
                .filter(task -> task.path("endedAt").isNull())
                .count();
    }
}
