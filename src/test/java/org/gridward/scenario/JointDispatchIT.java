package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One lead, helpers, each with a task of its own: the case closes when the lead closes it and every helper is done or released. */
class JointDispatchIT extends LifeTown {

    @Test
    void theCaseClosesWhenTheLeadClosesAndEveryHelperIsDoneOrReleased() {
        String id = report("water_leak");
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "done");
        JsonNode helper = helpers(id).get(0);
        assertThat(helper.path("state").asString()).isEqualTo("ASSIGNED");

        Answer refused = TestLife.ask(dispatcher, id, "CLOSE", "how", "REPAIRED");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("helpers-open");
        assertThat(texts(refused.json().path("errors"), "person"))
                .containsExactlyElementsOf(helpers(id).stream()
                        .map(task -> task.path("person").asString())
                        .toList());
        assertThat(TestLife.read(dispatcher, id).path("state").asString()).isEqualTo("FED_BACK");

        for (JsonNode task : helpers(id)) {
            assertThat(move(dispatcher, task, Map.of("action", "RELEASE", "reason", "lead did it alone"))
                            .path("state")
                            .asString())
                    .isEqualTo("RELEASED");
        }
        JsonNode closed = TestLife.act(dispatcher, id, "CLOSE", "how", "REPAIRED");
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
        assertThat(texts(closed.path("tasks"), "state"))
                .containsOnlyOnce("CLOSED")
                .contains("RELEASED");
        assertThat(closed.path("timeline").findValuesAsString("reason")).contains("lead did it alone");
    }

    @Test
    void theTimeOfAHelperIsItsOwn() {
        String id = report("water_leak");
        JsonNode accepted = move(patrol, helpers(id).get(0), Map.of("action", "ACCEPT"));
        JsonNode arrived = move(patrol, accepted, Map.of("action", "ARRIVE", "note", "at the door"));
        JsonNode done = move(patrol, arrived, Map.of("action", "DONE"));

        assertThat(TestLife.read(dispatcher, id).path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(Stream.of("startedAt", "acceptedAt", "arrivedAt", "endedAt")
                        .map(name -> Instant.parse(done.path(name).asString())))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(done.path("version").asInt()).isEqualTo(4);
        TestLife.act(dispatcher, id, "ACCEPT");
        assertThat(helpers(id).get(0).path("state").asString()).isEqualTo("DONE");
    }

    @ParameterizedTest(name = "{1} by {0}: {3} {4}")
    @CsvSource({
        "dispatcher, DANCE, , 422, unknown-action",
        "dispatcher, RELEASE, , 422, action-not-acceptable",
        "dispatcher, ACCEPT, why, 422, action-not-acceptable",
        "dispatcher, DONE, , 409, action-not-allowed",
        "patrol, RELEASE, why, 403, role-not-allowed",
        "planner, ACCEPT, , 403, wrong-role"
    })
    void whatATaskDoesNotAllowChangesNothing(String who, String action, String reason, int status, String problem) {
        JsonNode helper = helpers(report("water_leak")).get(0);
        Map<String, String> body =
                reason == null ? Map.of("action", action) : Map.of("action", action, "reason", reason);

        Answer answer = send(TestApi.of(context).as(who), helper, body, "\"1\"");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(dispatcher
                        .get("/api/v1/tasks/" + helper.path("id").asString())
                        .header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void aTaskIsMovedOnTheVersionThatWasSeenAndNotAfterTheCaseIsOver() {
        String id = report("water_leak");
        JsonNode helper = helpers(id).get(0);
        assertThat(send(dispatcher, helper, Map.of("action", "ACCEPT"), "").status())
                .isEqualTo(428);
        assertThat(send(dispatcher, helper, Map.of("action", "ACCEPT"), "\"2\"").problem())
                .isEqualTo("stale-task");
        assertThat(send(dispatcher, helper, Map.of("action", "ACCEPT", "note", "x".repeat(1_000_000)), "\"1\"")
                        .status())
                .isEqualTo(422);
        JsonNode lead = TestLife.read(dispatcher, id).path("tasks").get(0);
        assertThat(send(dispatcher, lead, Map.of("action", "ACCEPT"), "\"1\"").problem())
                .isEqualTo("lead-task");
        TestLife.act(dispatcher, id, "VOID", "reason", "a test");
        assertThat(texts(TestLife.read(dispatcher, id).path("tasks"), "state")).containsOnly("RELEASED");
        assertThat(send(dispatcher, helper, Map.of("action", "ACCEPT"), "\"2\"").problem())
                .isEqualTo("incident-closed");
        assertThat(dispatcher.get("/api/v1/tasks/x").problem()).isEqualTo("unknown-task");
    }

    @Test
    void aHelperWhoHasLeftTheRosterIsShownAndCanBeReleased() {
        String id = report("water_leak");
        JsonNode helper = helpers(id).get(0);
        assertThat(helper.path("offRoster").asBoolean()).isFalse();
        String grid = helper.path("gridCode").asString();
        assertThat(TestApi.of(context)
                        .as("planner")
                        .post(
                                "/api/v1/teams/" + (grid.length() == 14 ? "grid" : "micro-grid") + "/" + grid
                                        + "/members",
                                Map.of(
                                        "change",
                                        "END",
                                        "role",
                                        helper.path("role").asString(),
                                        "labelZh",
                                        helper.path("person").asString(),
                                        "validTo",
                                        Instant.parse(helper.path("startedAt").asString())
                                                .plusMillis(1)
                                                .toString()))
                        .status())
                .isEqualTo(201);

        JsonNode gone = helpers(id).get(0);
        assertThat(gone.path("offRoster").asBoolean()).isTrue();
        assertThat(gone.path("state").asString()).isEqualTo("ASSIGNED");
        assertThat(move(dispatcher, gone, Map.of("action", "RELEASE", "reason", "has left"))
                        .path("offRoster")
                        .asBoolean())
                .isFalse();
        TestLife.close(dispatcher, id);
    }

    @Test
    void aReopenedCaseGoesBackToTheSameHands() {
        String id = report("water_leak");
        TestLife.close(dispatcher, id);
        JsonNode first = TestLife.read(dispatcher, id).path("tasks");
        JsonNode again = TestLife.act(dispatcher, id, "REOPEN", "reason", "drips again");
        List<JsonNode> open = again.path("tasks")
                .valueStream()
                .filter(task -> task.path("endedAt").isNull())
                .toList();
        assertThat(open).hasSize(first.size());
        assertThat(open.stream()
                        .map(task -> task.path("part").asString()
                                + task.path("person").asString()))
                .containsExactlyInAnyOrderElementsOf(first.valueStream()
                        .map(task -> task.path("part").asString()
                                + task.path("person").asString())
                        .toList());
        TestLife.close(dispatcher, id);
    }

    /** For every case tasks are the rule's result of the stored geometry; no case without exactly one lead. */
    @Test
    void theTasksOfEveryCaseAreWhatTheRulesSayOfItsOwnGroundAndExactlyOneOfThemLeads() {
        Random random = new Random(20_260_301);
        List<String> categories = List.of("water_leak", "noise", "pipe_burst", "street_lamp", "charging_pile", "tree");
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String category = categories.get(random.nextInt(categories.size()));
            double lon = 122.09 + random.nextDouble() * 0.06;
            double lat = 29.99 + random.nextDouble() * 0.06;
            JsonNode incident = report(dispatcher, category, lon, lat);
            JsonNode rule = dispatcher
                    .get("/api/v1/responsibility?lon=" + lon + "&lat=" + lat + "&category=" + category + "&at="
                            + incident.path("reportedAt").asString())
                    .json();
            assertThat(people(incident.path("tasks"), "HELPER"))
                    .as(category + " at " + lon + " " + lat)
                    .isEqualTo(people(rule.path("helpers"), null));
            if (!rule.path("lead").isNull()) {
                assertThat(people(incident.path("tasks"), "LEAD")).containsExactly(who(rule.path("lead")));
            }
            ids.add(incident.path("id").asString());
        }
        for (String id : ids) {
            live(id, random);
        }
        assertThat(jdbc.sql("""
                        SELECT i.number FROM incident.incidents i LEFT JOIN dispatch.tasks t ON t.incident_id = i.id
                        GROUP BY i.id, i.number, i.closed_at
                        HAVING count(*) FILTER (WHERE t.part = 'LEAD' AND t.ended_at IS NULL)
                               <> CASE WHEN i.closed_at IS NULL THEN 1 ELSE 0 END
                            OR count(*) FILTER (WHERE t.part = 'LEAD' AND t.state <> 'REPLACED') = 0""").query(String.class).list()).isEmpty();
    }

    /** A few steps that the server offers, whichever. */
    private void live(String id, Random random) {
        List<String> plain = List.of("ACCEPT", "ARRIVE", "FINISH", "FEEDBACK", "CLOSE", "RETURN", "REOPEN", "VOID");
        Map<String, Object[]> fields = Map.of(
                "FEEDBACK", new Object[] {"answer", "done"},
                "CLOSE", new Object[] {"how", "CLEARED"},
                "RETURN", new Object[] {"reason", "not ours"},
                "REOPEN", new Object[] {"reason", "not solved"},
                "VOID", new Object[] {"reason", "a test"});
        for (int step = 0; step < 8; step++) {
            List<String> offered = texts(TestLife.read(dispatcher, id).path("actions"), "action").stream()
                    .filter(plain::contains)
                    .toList();
            if (offered.isEmpty()) {
                return;
            }
            String action = offered.get(random.nextInt(offered.size()));
            if (action.equals("CLOSE")) {
                TestLife.helpersDone(dispatcher, id);
            }
            Answer answer = TestLife.ask(dispatcher, id, action, fields.getOrDefault(action, new Object[0]));
            assertThat(answer.status() == 200 || answer.problem().equals("with-arbiter"))
                    .as(action + " " + answer.body())
                    .isTrue();
        }
    }

    private static TreeSet<String> people(JsonNode list, String part) {
        TreeSet<String> people = new TreeSet<>();
        list.valueStream()
                .filter(one -> part == null || one.path("part").asString().equals(part))
                .forEach(one -> people.add(who(one)));
        return people;
    }

    private static String who(JsonNode one) {
        return one.path("gridCode").asString() + " " + one.path("role").asString() + " "
                + one.path("person").asString();
    }

    private List<JsonNode> helpers(String id) {
        return TestLife.read(dispatcher, id)
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals("HELPER"))
                .toList();
    }

    private static JsonNode move(TestApi api, JsonNode task, Map<String, String> body) {
        Answer answer = send(api, task, body, "\"" + task.path("version").asInt() + "\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer send(TestApi api, JsonNode task, Map<String, String> body, String tag) {
        return api.post("/api/v1/tasks/" + task.path("id").asString() + "/actions", body, "If-Match", tag);
    }
}
