package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.incident.IncidentDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Nothing is closed behind the reporter's back, and nothing looks better than it was. */
class HonestClosingIT extends LifeTown {

    @Autowired
    IncidentDesk desk;

    @Test
    void everyReporterOfACaseIsAnsweredAlsoByWayOfOthers() {
        String first = report("noise");
        String second = report("noise");
        String third = report("noise");
        TestLife.act(dispatcher, first, "MERGE", "into", second);
        String number = TestLife.read(dispatcher, third).path("number").asString();
        assertThat(TestLife.act(dispatcher, second, "MERGE", "into", number)
                        .path("mergedInto")
                        .asString())
                .isEqualTo(third);
        TestLife.finish(dispatcher, third);
        TestLife.act(dispatcher, third, "FEEDBACK", "answer", "the music is off");

        for (String id : List.of(first, second, third)) {
            JsonNode answered = TestLife.read(dispatcher, id);
            assertThat(answered.path("feedbackAt").isNull()).isFalse();
            assertThat(texts(answered.path("timeline"), "action")).last().isEqualTo("FEEDBACK");
            assertThat(answered.path("timeline").findValuesAsString("answer")).containsExactly("the music is off");
        }
        assertThat(texts(TestLife.read(dispatcher, first).path("tasks"), "state"))
                .containsOnly("RELEASED");
        assertThat(TestLife.read(dispatcher, first).path("deadlines").size()).isZero();
        assertThat(texts(TestLife.read(dispatcher, first).path("actions"), "action"))
                .containsExactly("NOTE", "UNMERGE");
    }

    @ParameterizedTest(name = "into {0}: {1} {2}")
    @CsvSource({
        "00000000-0000-7000-8000-000000000000, 422, unknown-incident",
        "2026-9999999, 422, unknown-incident",
        "itself, 422, merge-into-itself",
        "closed, 409, merge-target-over"
    })
    void whatCannotBeMergedIntoIsSaid(String into, int status, String problem) {
        String id = report("noise");
        String target = into;
        if (into.equals("closed")) {
            target = report("noise");
            TestLife.close(dispatcher, target);
        }
        Answer answer = TestLife.ask(dispatcher, id, "MERGE", "into", into.equals("itself") ? id : target);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(TestLife.read(dispatcher, id).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aRevisitThatFindsItNotSolvedForbidsClosingAndNobodyThereIsNoRevisit() {
        String id = report("noise");
        TestLife.finish(dispatcher, id);
        TestLife.helpersDone(dispatcher, id);
        assertThat(TestLife.ask(dispatcher, id, "REVISIT", "result", "SOLVED", "satisfaction", 5)
                        .status())
                .isEqualTo(409);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "done");
        JsonNode nobody = TestLife.act(dispatcher, id, "REVISIT", "result", "UNREACHABLE");
        assertThat(nobody.path("revisitedAt").isNull()).isTrue();
        assertThat(TestLife.ask(dispatcher, id, "REVISIT", "result", "SOLVED").status())
                .isEqualTo(422);
        assertThat(TestLife.ask(dispatcher, id, "REVISIT", "result", "SOLVED", "satisfaction", 6)
                        .status())
                .isEqualTo(422);

        TestLife.act(dispatcher, id, "REVISIT", "result", "NOT_SOLVED", "satisfaction", 1);
        Answer refused = TestLife.ask(dispatcher, id, "CLOSE", "how", "CLEARED");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("RETURN");

        assertThat(TestLife.act(dispatcher, id, "RETURN", "reason", "still loud")
                        .path("state")
                        .asString())
                .isEqualTo("DISPATCHED");
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "really done");
        JsonNode asked = TestLife.act(dispatcher, id, "REVISIT", "result", "SOLVED", "satisfaction", 4);
        assertThat(asked.path("satisfaction").asInt()).isEqualTo(4);
        JsonNode closed = TestLife.act(dispatcher, id, "CLOSE", "how", "CLEARED", "rootCause", "open window");
        assertThat(closed.path("rootCause").asString()).isEqualTo("open window");
        assertThat(closed.path("closedHow").asString()).isEqualTo("CLEARED");
    }

    @Test
    void reopeningKeepsTheOneClockAndHidesNoLateness() {
        String id = report("noise");
        JsonNode closed = TestLife.close(dispatcher, id);
        JsonNode due = closed.path("deadlines").get(0);
        assertThat(due.path("kind").asString()).isEqualTo("CLOSE");
        assertThat(due.path("metAt").isNull()).isFalse();
        assertThat(TestLife.ask(dispatcher, id, "REOPEN").status()).isEqualTo(422);

        JsonNode again = TestLife.act(dispatcher, id, "REOPEN", "reason", "loud again");
        assertThat(again.path("deadlines").size())
                .isEqualTo(closed.path("deadlines").size());
        assertThat(again.path("deadlines").get(0).path("due")).isEqualTo(due.path("due"));
        assertThat(again.path("deadlines").get(0).path("metAt").isNull()).isTrue();
        assertThat(again.path("nextDue")).isEqualTo(due.path("due"));
        assertThat(again.path("closedAt").isNull()).isTrue();
        assertThat(again.path("reopenings").asInt()).isEqualTo(1);
        assertThat(again.path("firstReceiver")).isEqualTo(closed.path("firstReceiver"));

        TestLife.close(dispatcher, id);
        jdbc.sql(
                        "UPDATE dispatch.deadlines SET due = clock_timestamp() - interval '1 hour' WHERE incident_id = ?::uuid")
                .param(id)
                .update();
        JsonNode late = TestLife.act(dispatcher, id, "REOPEN", "reason", "and again");
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(late.path("reopenings").asInt()).isEqualTo(2);
    }

    @Test
    void aCaseIsMadeVoidBeforeAnybodyWorkedOnItAndTheReasonIsKept() {
        String id = report("noise");
        assertThat(TestLife.ask(patrol, id, "VOID", "reason", "x").status()).isEqualTo(403);
        JsonNode gone = TestLife.act(dispatcher, id, "VOID", "reason", "a joke of children");
        assertThat(gone.path("state").asString()).isEqualTo("VOID");
        assertThat(gone.path("deadlines").size()).isZero();
        assertThat(gone.path("nextDue").isNull()).isTrue();
        assertThat(gone.path("timeline").findValuesAsString("reason")).containsExactly("a joke of children");
        assertThat(texts(
                        dispatcher
                                .get("/api/v1/incidents?state=OPEN&limit=1000")
                                .json()
                                .path("items"),
                        "id"))
                .doesNotContain(id);

        String worked = report("noise");
        TestLife.act(dispatcher, worked, "ACCEPT");
        TestLife.act(dispatcher, worked, "ARRIVE");
        assertThat(TestLife.ask(dispatcher, worked, "VOID", "reason", "too late")
                        .problem())
                .isEqualTo("action-not-allowed");
    }

    @Test
    void theReporterMayRateAndReopen() {
        String id = report("noise");
        TestLife.close(dispatcher, id);
        desk.rateByReporter(UUID.fromString(id), 2, "still hear it");
        assertThat(TestLife.read(dispatcher, id).path("revisitResult").asString())
                .isEqualTo("NOT_SOLVED");
        desk.reopenByReporter(UUID.fromString(id), "it goes on");
        JsonNode again = TestLife.read(dispatcher, id);
        assertThat(again.path("state").asString()).isEqualTo("DISPATCHED");
        assertThat(texts(again.path("timeline"), "actor")).last().isEqualTo("reporter");
    }

    @Test
    void whatTheCallerMayTakeNowIsListedWithItsFields() {
        String id = report("noise");
        TestApi planner = TestApi.of(context).as("planner");
        assertThat(texts(TestLife.read(planner, id).path("actions"), "action")).containsExactly("NOTE");
        JsonNode triage = TestLife.read(dispatcher, id)
                .path("actions")
                .valueStream()
                .filter(one -> one.path("action").asString().equals("TRIAGE"))
                .findFirst()
                .orElseThrow();
        assertThat(texts(triage.path("fields"), "name"))
                .containsSubsequence("tier", "colour", "matterClass", "reason", "note");
        assertThat(triage.path("fields").get(0).path("most").asInt()).isEqualTo(3);
        assertThat(triage.path("fields").findValuesAsString("zh")).contains("理由");
        assertThat(TestLife.act(dispatcher, id, "TRIAGE", "colour", "RED", "matterClass", "BIG", "reason", "a school")
                        .path("colour")
                        .asString())
                .isEqualTo("RED");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"RETURN, reason", "FEEDBACK, answer", "NOTE, note"})
    void hugeTextAndCharactersThatCannotBeStoredChangeNothing(String action, String field) {
        String id = report("noise");
        if (action.equals("FEEDBACK")) {
            TestLife.finish(dispatcher, id);
        }
        int version = TestLife.read(dispatcher, id).path("version").asInt();
        for (String text : List.of("x".repeat(1_000_000), "a\u0000b")) {
            Answer answer = TestLife.ask(dispatcher, id, action, field, text);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().length()).isLessThan(2_000);
        }
        String odd = "=1+1 <script>alert(1)</script> \u202e\u0007 ' OR 1=1 --";
        JsonNode kept = TestLife.act(dispatcher, id, action, field, odd);
        assertThat(kept.path("version").asInt()).isEqualTo(version + 1);
        assertThat(kept.path("timeline").toString()).contains("=1+1 <script>");
    }
}
