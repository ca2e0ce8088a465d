package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 15: a barrier blocks unloading; red, so the comprehensive grid takes it, and three openings are cut within a week. */
@GridwardIT
@TestPropertySource(properties = "own-database=C15")
class C15_BarrierOnTheStreetIT extends CooperationTown {

    @Test
    void redGoesToTheComprehensiveGridAndIsClosedWithinSevenDays() {
        String id = report("road_damage", Map.of("description", "隔离护栏妨碍沿街店铺卸货", "channel", "PATROL"));
        String green = report("street_occupation");
        JsonNode waiting = get("/api/v1/queues/COMPREHENSIVE?grid=330999001").path("items");
        assertThat(texts(waiting, "incidentId")).containsExactly(id).doesNotContain(green);
        Instant reported = Instant.parse(waiting.get(0).path("reportedAt").asString());
        Instant due = Instant.parse(waiting.get(0).path("due").asString());
        assertThat(due).isEqualTo(reported.plus(7, ChronoUnit.DAYS));
        assertThat(texts(get("/api/v1/queues/self").path("items"), "incidentId"))
                .containsExactly(green);
        assertThat(get("/api/v1/queues/COMPREHENSIVE?grid=330999001002")
                        .path("items")
                        .size())
                .isZero();
        assertThat(dispatcher.get("/api/v1/queues/BLUE").problem()).isEqualTo("unknown-queue");

        JsonNode task = post(
                        201,
                        "/api/v1/incidents/" + id + "/joint-tasks",
                        Map.of(
                                "kind", "LEADER",
                                "text", "包案领导现场复勘，征求沿街店铺意见",
                                "party", "包案领导 01",
                                "due", in(2, ChronoUnit.DAYS).toString()))
                .json();
        assertThat(get("/api/v1/queues/COMPREHENSIVE")
                        .path("items")
                        .get(0)
                        .path("leaderTasks")
                        .asInt())
                .isEqualTo(1);
        for (int gap = 1; gap <= 3; gap++) {
            post(
                    201,
                    "/api/v1/places",
                    Map.of(
                            "code",
                            "GAP-" + gap,
                            "kind",
                            "gate",
                            "nameZh",
                            "护栏开口 " + gap,
                            "lon",
                            LON + gap * 0.0005,
                            "lat",
                            LAT,
                            "attributes",
                            Map.of("incident", id)));
        }
        change(
                "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                task,
                Map.of("outcome", "DONE", "result", "增设三处开口"));
        JsonNode closed = TestLife.close(dispatcher, id);
        assertThat(Instant.parse(closed.path("closedAt").asString())).isBefore(due);
        assertThat(get("/api/v1/queues/COMPREHENSIVE").path("items").size()).isZero();
        JsonNode together = get("/api/v1/incidents/" + id + "/cooperation");
        assertThat(together.path("route").path("queue").asString()).isEqualTo("COMPREHENSIVE");
        assertThat(get("/api/v1/places?kind=gate").path("items").size()).isEqualTo(3);
    }

    @Test
    void anotherColourMeansAnotherQueue() {
        String id = report("street_occupation");
        TestLife.act(dispatcher, id, "TRIAGE", "colour", "YELLOW", "reason", "同一店铺再次被投诉");
        assertThat(texts(get("/api/v1/queues/MEETING").path("items"), "incidentId"))
                .contains(id);
        assertThat(texts(get("/api/v1/queues/SELF").path("items"), "incidentId"))
                .doesNotContain(id);
    }
}
