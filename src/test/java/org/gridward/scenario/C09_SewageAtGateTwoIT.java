package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 9: sewage at gate 2 after rain; the water bureau comes by whistle, the sewer was never connected, a plan in three days. */
@GridwardIT
@TestPropertySource(properties = "own-database=C09")
class C09_SewageAtGateTwoIT extends CooperationTown {

    @Test
    void theWaterBureauComesByWhistleAndTheRootCauseIsKept() {
        String id = report("sewage", Map.of("description", "雨后二号门污水外溢", "channel", "CHAT_GROUP"));
        JsonNode incident = TestLife.act(
                dispatcher,
                id,
                "WHISTLE",
                "departments",
                List.of("water"),
                "arriveBy",
                in(4, ChronoUnit.HOURS).toString(),
                "note",
                "请一同查勘");
        assertThat(incident.path("tier").asInt()).isEqualTo(2);
        JsonNode call =
                get("/api/v1/incidents/" + id + "/whistles").path("items").get(0);
        String path = "/api/v1/whistle-calls/" + call.path("id").asString();
        JsonNode arrived = change(path + "/arrival", call, Map.of("person", "水务 02"));
        assertThat(arrived.path("onTime").asBoolean()).isTrue();
        change(path + "/result", arrived, Map.of("outcome", "DONE", "result", "道路后建，污水管从未接入市政管"));

        Instant dayThree = in(3, ChronoUnit.DAYS);
        JsonNode plan = post(
                        201,
                        "/api/v1/incidents/" + id + "/joint-tasks",
                        Map.of("text", "接管方案", "department", "water", "due", dayThree.toString()))
                .json();
        change(
                "/api/v1/joint-tasks/" + plan.path("id").asString() + "/result",
                plan,
                Map.of("outcome", "DONE", "result", "方案已定，当日临时抽排"));
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "三天内出方案，已临时抽排");
        JsonNode closed = TestLife.act(dispatcher, id, "CLOSE", "how", "REPAIRED", "rootCause", "道路后建，污水管未接入市政管网");
        assertThat(closed.path("rootCause").asString()).contains("未接入");
        JsonNode close = closed.path("deadlines").get(0);
        assertThat(close.path("kind").asString()).isEqualTo("CLOSE");
        assertThat(Instant.parse(close.path("metAt").asString()))
                .isBefore(Instant.parse(close.path("due").asString()));
        assertThat(get("/api/v1/whistle-arrivals?department=water")
                        .path("items")
                        .get(0)
                        .path("rate")
                        .asDouble())
                .isEqualTo(1.0);
    }
}
