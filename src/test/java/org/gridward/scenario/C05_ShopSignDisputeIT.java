package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 5: a shop's sign at the gate, legal but confusing; three meetings, a plan, the sign moves. */
@GridwardIT
@TestPropertySource(properties = "own-database=C05")
class C05_ShopSignDisputeIT extends CooperationTown {

    @Test
    void threeMeetingsMakeAPlanAndTheCaseStaysInTheLibraryUntilItIsSolved() {
        String id = report("shop_sign_dispute", Map.of("description", "大门口“开心公寓”店招易与小区名混淆"));
        JsonNode incident = get("/api/v1/incidents/" + id);
        assertThat(incident.path("tier").asInt()).isEqualTo(3);
        assertThat(texts(incident.path("deadlines"), "kind")).contains("PLAN");
        assertThat(library("OPEN")).containsExactly(id);

        String talk = "/api/v1/deliberations/"
                + post(
                                201,
                                "/api/v1/incidents/" + id + "/deliberations",
                                Map.of("template", "joint_meeting", "subject", "店招去留"))
                        .json()
                        .path("id")
                        .asString();
        for (String minutes : List.of("听取居民意见", "店主说明备案情况", "商定移位方案")) {
            post(201, talk + "/meetings", Map.of("minutes", minutes, "attendance", attendance()));
        }
        assertThat(get(talk).path("meetings").size()).isEqualTo(3);
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "方案已向居民说明");
        TestApi.Answer early = TestLife.ask(dispatcher, id, "CLOSE", "how", "EXPLAINED");
        assertThat(early.problem()).isEqualTo("cooperation-open");
        assertThat(early.json().path("detail").asString()).contains("plan");

        Instant due = in(10, ChronoUnit.DAYS);
        JsonNode planned = post(
                        201,
                        "/api/v1/incidents/" + id + "/hard-case/plans",
                        Map.of(
                                "text", "店招移至自有外墙",
                                "party", "开心公寓",
                                "due", due.toString(),
                                "privateSide", "店面外墙及店招由商户负责",
                                "publicSide", "小区大门及门头由居委会与物业负责"))
                .json();
        assertThat(planned.path("state").asString()).isEqualTo("PLANNED");
        JsonNode plan = get("/api/v1/incidents/" + id).path("deadlines").get(0);
        assertThat(Instant.parse(plan.path("metAt").asString()))
                .as("a recorded plan meets PLAN")
                .isBefore(Instant.parse(plan.path("due").asString()));
        assertThat(planned.path("planDue").asString()).isEqualTo(due.toString());
        assertThat(due).isBefore(in(14, ChronoUnit.DAYS));
        assertThat(texts(get("/api/v1/hard-cases?q=移至自有外墙").path("items"), "incidentId"))
                .containsExactly(id);

        TestLife.act(dispatcher, id, "NOTE", "note", "店招已移位");
        JsonNode together = get("/api/v1/incidents/" + id + "/cooperation");
        assertThat(together.path("plans").get(0).path("publicSide").asString()).contains("大门");
        JsonNode task = together.path("tasks").get(0);
        assertThat(task.path("party").asString()).isEqualTo("开心公寓");
        done(task);
        post(
                201,
                talk + "/decisions",
                Map.of("text", "向居民公布结果", "department", "residents_committee", "due", due.toString()));
        done(get(talk).path("tasks").get(0));
        change(talk + "/steps", get(talk), Map.of("step", "meet"));
        change(talk + "/steps", get(talk), Map.of("step", "divide"));
        change(talk + "/result", get(talk), Map.of("outcome", "DECIDED", "result", "店招移位"));
        TestLife.act(dispatcher, id, "CLOSE", "how", "MEDIATED");
        assertThat(library("SOLVED")).containsExactly(id);
        JsonNode solved = get("/api/v1/incidents/" + id + "/hard-case").path("case");
        JsonNode taught = change(
                "/api/v1/incidents/" + id + "/hard-case/lesson",
                solved,
                Map.of("lesson", "店招与小区名相近时先征求居民意见", "playbook", "shop-sign"));
        assertThat(taught.path("playbook").asString()).isEqualTo("shop-sign");
    }

    private void done(JsonNode task) {
        change(
                "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                task,
                Map.of("outcome", "DONE", "result", "已完成"));
    }

    private List<String> library(String state) {
        return texts(
                get("/api/v1/hard-cases?state=" + state + "&category=shop_sign_dispute")
                        .path("items"),
                "incidentId");
    }

    private static List<Map<String, String>> attendance() {
        return List.of(
                Map.of("seat", "residents_committee", "person", "书记 01"),
                Map.of("party", "开心公寓", "person", "店主"),
                Map.of("party", "居民代表", "person", "居民 02"));
    }
}
