package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

/** Two dispatchers at the same case at once: one wins, the other is told by whom and when it was changed. */
class TwoAtOnceIT extends LifeTown {

    private static final int TIMES = 5;

    private TestApi other;

    @BeforeEach
    void anotherDispatcher() {
        TestApi.addUser(jdbc, "dispatcher-2", "dispatcher", "*");
        other = TestApi.of(context).as("dispatcher-2");
    }

    @RepeatedTest(TIMES)
    void ofTwoWhoTakeItOneWins() {
        String id = report("noise");
        oneWins(id, Map.of("action", "ACCEPT"), "ACCEPT");
        assertThat(TestLife.read(dispatcher, id).path("state").asString()).isEqualTo("ACCEPTED");
    }

    @RepeatedTest(TIMES)
    void ofTwoWhoCloseItOneWins() {
        String id = report("noise");
        TestLife.finish(dispatcher, id);
        TestLife.helpersDone(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "done");
        oneWins(id, Map.of("action", "CLOSE", "how", "CLEARED"), "CLOSE");
        assertThat(count("SELECT count(*) FROM incident.timeline WHERE incident_id = ?::uuid AND action = 'CLOSE'", id))
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void ofTwoWhoMergeItElsewhereOneWins() {
        String id = report("noise");
        String into = report("noise");
        oneWins(id, Map.of("action", "MERGE", "into", into), "MERGE");
        assertThat(TestLife.read(dispatcher, id).path("mergedInto").asString()).isEqualTo(into);
    }

    @RepeatedTest(TIMES)
    void ofTwoWhoMergeTwoCasesIntoEachOtherOneWinsAndNobodyWaitsForEver() {
        String a = report("noise");
        String b = report("noise");
        List<CompletableFuture<Answer>> both = List.of(
                CompletableFuture.supplyAsync(() -> merge(dispatcher, a, b)),
                CompletableFuture.supplyAsync(() -> merge(other, b, a)));
        List<Answer> answers = both.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsAnyOf(409, 412);
        assertThat(Stream.of(a, b)
                        .map(id -> TestLife.read(dispatcher, id).path("state").asString()))
                .containsExactlyInAnyOrder("MERGED", "DISPATCHED");
    }

    @RepeatedTest(TIMES)
    void ofOneWhoClosesTheTargetAndOneWhoMergesIntoItNobodyLosesACase() {
        String id = report("noise");
        String into = report("noise");
        TestLife.finish(dispatcher, into);
        TestLife.helpersDone(dispatcher, into);
        TestLife.act(dispatcher, into, "FEEDBACK", "answer", "done");
        String tag = TestLife.tag(dispatcher, into);
        CompletableFuture<Answer> closing = CompletableFuture.supplyAsync(() -> dispatcher.post(
                "/api/v1/incidents/" + into + "/actions",
                Map.of("action", "CLOSE", "how", "CLEARED"),
                "If-Match",
                tag));
        Answer merging = merge(other, id, into);

        assertThat(closing.join().status()).isEqualTo(merging.status() == 200 && !isClosed(into) ? 412 : 200);
        String state = TestLife.read(dispatcher, id).path("state").asString();
        assertThat(state).isEqualTo(merging.status() == 200 ? "MERGED" : "DISPATCHED");
        if (merging.status() != 200) {
            assertThat(merging.problem()).isEqualTo("merge-target-over");
        }
    }

    private boolean isClosed(String id) {
        return TestLife.read(dispatcher, id).path("state").asString().equals("CLOSED");
    }

    private static Answer merge(TestApi api, String id, String into) {
        return api.post(
                "/api/v1/incidents/" + id + "/actions", Map.of("action", "MERGE", "into", into), "If-Match", "\"1\"");
    }

    private void oneWins(String id, Map<String, String> body, String action) {
        String tag = TestLife.tag(dispatcher, id);
        List<CompletableFuture<Answer>> racers = Stream.of(dispatcher, other)
                .map(api -> CompletableFuture.supplyAsync(
                        () -> api.post("/api/v1/incidents/" + id + "/actions", body, "If-Match", tag)))
                .toList();
        List<Answer> answers = racers.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
        Answer lost = answers.stream()
                .filter(answer -> answer.status() == 412)
                .findFirst()
                .orElseThrow();
        JsonNode told = lost.json().path("errors").get(0);
        assertThat(told.path("action").asString()).isEqualTo(action);
        assertThat(told.path("actor").asString()).startsWith("dispatcher");
        assertThat(told.path("at").asString()).startsWith("20");
        assertThat(lost.json().path("detail").asString())
                .contains(told.path("actor").asString());
    }
}
