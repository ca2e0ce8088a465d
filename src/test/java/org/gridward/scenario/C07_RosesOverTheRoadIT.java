package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Story 7: rose branches hang over the road. The grid's people trim them at once; the strip behind the road belongs to a
 * company outside the grid, which is asked for the rest. One leads, the other supports.
 */
class C07_RosesOverTheRoadIT extends LifeTown {

    @Test
    void theGridLeadsAndTrimsAtOnceAndTheOwnerOfTheStripSupports() {
        Answer reported = patrol.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "greenery_obstruction",
                        "description", "蔷薇枝条盖住路面和路牌，有人被刮伤",
                        "channel", "CHAT_GROUP",
                        "location", Map.of("lon", LON, "lat", LAT, "accuracyMeters", 5),
                        "reporter", Map.of("name", "居民")));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        JsonNode incident = reported.json();
        String id = incident.path("id").asString();
        assertThat(incident.path("colour").asString()).isEqualTo("YELLOW");
        assertThat(incident.path("lead").path("gridCode").asString()).isEqualTo(HOME);
        assertThat(texts(incident.path("tasks"), "part")).startsWith("LEAD").containsOnlyOnce("LEAD");

        Answer asked = dispatcher.post(
                "/api/v1/incidents/" + id + "/joint-tasks",
                Map.of(
                        "text", "修剪林带内的蔷薇",
                        "department", "agriculture_company",
                        "due", Instant.now().plus(Duration.ofDays(3)).toString()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);

        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "ARRIVE");
        TestLife.act(dispatcher, id, "NOTE", "note", "志愿者先把路面上的枝条剪掉");
        TestLife.act(dispatcher, id, "FINISH");
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "枝条已修剪，林带由农副公司继续修剪");
        assertThat(TestLife.ask(dispatcher, id, "CLOSE", "how", "CLEARED").problem())
                .isEqualTo("cooperation-open");

        JsonNode task = asked.json();
        Answer done = dispatcher.post(
                "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                Map.of("outcome", "DONE", "result", "林带已修剪"),
                "If-Match",
                task.path("etag").asString());
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("department").asString()).isEqualTo("agriculture_company");
        JsonNode closed = TestLife.close(dispatcher, id);
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
        List<JsonNode> tasks = closed.path("tasks").valueStream().toList();
        assertThat(tasks.stream()
                        .filter(one -> one.path("part").asString().equals("LEAD"))
                        .map(one -> one.path("state").asString()))
                .containsExactly("CLOSED");
        assertThat(tasks.stream()
                        .filter(one -> one.path("part").asString().equals("HELPER"))
                        .map(one -> one.path("state").asString()))
                .isNotEmpty()
                .containsOnly("DONE");
    }
}
