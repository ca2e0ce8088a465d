package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestLife;
import org.gridward.cooperation.CooperationTown;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Story 13: fumes of a barbecue shop under a hotel; a consultation, a compromise that both sign, a check afterwards. */
@GridwardIT
@TestPropertySource(properties = "own-database=C13")
class C13_BarbecueFumesIT extends CooperationTown {

    @Test
    void bothPartiesSignTheCompromiseAndItsItemsAreChecked() {
        String id = report("cooking_fume", Map.of("description", "烧烤店油烟影响楼上宾馆"));
        assertThat(texts(get("/api/v1/queues/MEETING").path("items"), "incidentId"))
                .containsExactly(id);
        String talk = "/api/v1/deliberations/"
                + post(
                                201,
                                "/api/v1/incidents/" + id + "/deliberations",
                                Map.of(
                                        "template",
                                        "jie_consultation",
                                        "subject",
                                        "油烟与噪声",
                                        "parties",
                                        List.of(
                                                Map.of("code", "SHOP", "name", "烧烤店"),
                                                Map.of("code", "HOTEL", "name", "楼上宾馆"))))
                        .json()
                        .path("id")
                        .asString();
        post(
                201,
                talk + "/meetings",
                Map.of(
                        "minutes",
                        "店家愿上屋顶，宾馆担心噪声",
                        "attendance",
                        List.of(
                                Map.of("seat", "block_branch", "person", "街区书记 01"),
                                Map.of("seat", "enforcement", "party", "城管中队", "person", "城管 02"),
                                Map.of("seat", "ecology", "party", "环保所", "person", "环保 01"),
                                Map.of("party", "烧烤店", "person", "店主"),
                                Map.of("party", "楼上宾馆", "person", "经理"))));
        change(talk + "/steps", get(talk), Map.of("step", "meet"));
        post(201, talk + "/proposals", Map.of("text", "烟囱上屋顶"));
        post(
                201,
                talk + "/proposals",
                Map.of(
                        "text",
                        "烟道绕行无客房一侧，加长烟囱，加装隔音棉",
                        "items",
                        List.of(
                                Map.of("text", "改道并加长烟囱", "party", "烧烤店", "due", soon()),
                                Map.of("text", "验收噪声", "department", "ecology", "due", soon()))));
        sign(talk, "SHOP");
        assertThat(get(talk).path("proposals").get(1).path("signedAt").isNull()).isTrue();
        sign(talk, "HOTEL");
        JsonNode signed = get(talk);
        assertThat(texts(signed.path("proposals").get(1).path("signatures"), "party"))
                .containsExactly("SHOP", "HOTEL");
        assertThat(signed.path("proposals").get(0).path("signedAt").isNull()).isTrue();
        assertThat(texts(signed.path("tasks"), "kind")).containsExactly("AGREEMENT", "AGREEMENT");
        change(talk + "/steps", signed, Map.of("step", "sign"));
        change(talk + "/result", get(talk), Map.of("outcome", "AGREED", "result", "双方签字"));

        post(
                201,
                "/api/v1/incidents/" + id + "/joint-tasks",
                Map.of("kind", "RECHECK", "text", "复查油烟与噪声", "department", "ecology", "due", soon()));
        TestLife.finish(dispatcher, id);
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "按协议整改");
        assertThat(TestLife.ask(dispatcher, id, "CLOSE", "how", "MEDIATED").problem())
                .isEqualTo("cooperation-open");
        get("/api/v1/incidents/" + id + "/cooperation")
                .path("tasks")
                .valueStream()
                .forEach(task -> change(
                        "/api/v1/joint-tasks/" + task.path("id").asString() + "/result",
                        task,
                        Map.of("outcome", "DONE", "result", "已完成")));
        TestLife.act(dispatcher, id, "CLOSE", "how", "MEDIATED");
        assertThat(get("/api/v1/queues/MEETING").path("items").size()).isZero();
    }

    private void sign(String talk, String party) {
        post(201, talk + "/proposals/2/signatures", Map.of("party", party, "person", party + " 代表"));
    }

    private static String soon() {
        return in(7, ChronoUnit.DAYS).toString();
    }
}
