package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GridwardIT
@TestPropertySource(properties = "own-database=DeliberationIT")
class DeliberationIT extends CooperationTown {

    @Autowired
    DeliberationTemplates templates;

    @Test
    void everyTemplateThatComesWithTheProductKeepsTheRules() {
        assertThat(templates.list()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(TemplateRules::check);
        assertThat(templates.latest("joint_conference", "/x").seats()).hasSize(8);
        assertThat(templates.latest("five_party_seven_step", "/x").steps()).hasSize(7);
        assertThat(templates.latest("eight_step", "/x").steps()).hasSize(8);
        assertThat(templates.latest("tree_relocation", "/x").seats()).hasSize(6);
    }

    @Test
    void aConferenceMeetsDecidesAndItsDecisionsAreTasks() {
        String path = open(report("estate_management"), "joint_conference", List.of());
        JsonNode thin = post(
                        201,
                        path + "/meetings",
                        Map.of("minutes", "人未到齐", "attendance", List.of(seat("party_branch"), seat("police"))))
                .json();
        assertThat(thin.path("quorate").asBoolean(true)).isFalse();
        assertThat(step(409, path, "meet").problem()).isEqualTo("step-not-ready");
        JsonNode full = post(
                        201,
                        path + "/meetings",
                        Map.of(
                                "minutes",
                                "形成一致意见",
                                "attendance",
                                List.of(
                                        seat("party_branch"),
                                        seat("police"),
                                        seat("property"),
                                        seat("legal_adviser"),
                                        Map.of("party", "消防站", "person", "消防员 02"))))
                .json();
        assertThat(full.path("quorate").asBoolean()).isTrue();
        assertThat(full.path("seatsTaken").asInt()).isEqualTo(4);
        assertThat(full.path("ordinal").asInt()).isEqualTo(2);
        step(200, path, "meet");
        assertThat(step(409, path, "meet").problem()).isEqualTo("step-not-next");

        Map<String, Object> nobody = Map.of("text", "修剪树木", "due", soon());
        assertThat(post(422, path + "/decisions", nobody).problem()).isEqualTo("responsible-missing");
        assertThat(post(422, path + "/decisions", Map.of("text", "x", "due", soon(), "department", "nobody_here"))
                        .problem())
                .isEqualTo("unknown-department");
        post(201, path + "/decisions", Map.of("text", "修剪树木", "due", soon(), "department", "greening"));
        step(200, path, "divide");
        JsonNode closed = close(200, path, "DECIDED").json();
        assertThat(closed.path("outcome").asString()).isEqualTo("DECIDED");
        assertThat(texts(closed.path("tasks"), "department")).containsExactly("greening");
        assertThat(post(409, path + "/meetings", Map.of("minutes", "x", "attendance", List.of(seat("police"))))
                        .problem())
                .isEqualTo("deliberation-over");
    }

    @Test
    void aResultThatMustHangOutCannotBeClosedOnDayTwentyNine() {
        String path = open(report("estate_management"), "four_deliberations_two_publications", List.of());
        step(200, path, "propose");
        post(
                201,
                path + "/meetings",
                Map.of("minutes", "两委商议", "attendance", List.of(seat("branch"), seat("two_committees"))));
        step(200, path, "consult");
        step(200, path, "review");
        assertThat(vote(422, path, 30, 20, 20).problem()).isEqualTo("votes-over-seats");
        assertThat(vote(201, path, 30, 10, 4).json().path("turnoutReached").asBoolean(true))
                .isFalse();
        assertThat(step(409, path, "decide").problem()).isEqualTo("step-not-ready");
        assertThat(vote(201, path, 30, 16, 4).json().path("approved").asBoolean())
                .isTrue();
        step(200, path, "decide");
        change(path + "/publication", get(path), Map.of("where", "村务公开栏"));
        step(200, path, "publish");
        passDays(path, 29);
        assertThat(close(409, path, "DECIDED").problem()).isEqualTo("publication-running");
        passDays(path, 1);
        close(200, path, "DECIDED");
    }

    @Test
    void onlyTheVersionThatEveryPartySignedBinds() {
        String path = open(
                report("cooking_fume"),
                "jie_consultation",
                List.of(Map.of("code", "A", "name", "烧烤店"), Map.of("code", "B", "name", "宾馆")));
        post(201, path + "/proposals", Map.of("text", "烟囱上屋顶"));
        sign(201, path, 1, "A");
        post(
                201,
                path + "/proposals",
                Map.of("text", "走无房区", "items", List.of(Map.of("text", "加装隔音棉", "party", "烧烤店", "due", soon()))));
        assertThat(sign(409, path, 1, "B").problem()).isEqualTo("proposal-superseded");
        assertThat(sign(404, path, 3, "B").problem()).isEqualTo("unknown-proposal");
        assertThat(sign(422, path, 2, "C").problem()).isEqualTo("unknown-party");
        sign(201, path, 2, "A");
        assertThat(sign(409, path, 2, "A").problem()).isEqualTo("signed-already");
        assertThat(close(409, path, "AGREED").problem()).isEqualTo("not-signed");
        JsonNode bound = sign(201, path, 2, "B").json();
        assertThat(bound.path("proposals").get(0).path("signedAt").isNull()).isTrue();
        assertThat(bound.path("proposals").get(1).path("signedAt").isNull()).isFalse();
        assertThat(texts(bound.path("tasks"), "kind")).containsExactly("AGREEMENT");
        assertThat(post(409, path + "/proposals", Map.of("text", "第三版")).problem())
                .isEqualTo("agreement-binds");
        close(200, path, "AGREED");
    }

    @Test
    void badDeliberationsAreRefused() {
        String id = report("noise");
        String all = "/api/v1/incidents/" + id + "/deliberations";
        assertThat(post(422, all, Map.of("template", "tea_party", "subject", "x"))
                        .problem())
                .isEqualTo("unknown-template");
        assertThat(post(422, all, Map.of("template", "jie_consultation", "subject", "x"))
                        .problem())
                .isEqualTo("parties-missing");
        String path = open(id, "four_deliberations_two_publications", List.of());
        assertThat(post(422, path + "/meetings", Map.of("minutes", "x", "attendance", List.of(seat("king"))))
                        .problem())
                .isEqualTo("unknown-seat");
        assertThat(post(422, path + "/meetings", Map.of("minutes", "x", "attendance", List.of(Map.of("person", "过客"))))
                        .problem())
                .isEqualTo("unknown-seat");
        assertThat(post(422, path + "/votes", Map.of("question", "x", "inFavour", 3, "against", 2))
                        .problem())
                .isEqualTo("votes-over-seats");
        assertThat(post(422, path + "/votes", Map.of("question", "x", "inFavour", -3, "against", 2))
                        .problem())
                .isEqualTo("count-missing");
        assertThat(close(409, path, "DECIDED").problem()).isEqualTo("steps-missing");
        close(200, path, "FAILED");
    }

    @Test
    void aPlannerMakesAFurtherVersionAndDeliberationsKeepTheirs() {
        String path = open(report("noise"), "eight_step", List.of());
        JsonNode form = get(path).path("form");
        String text = JsonMapper.shared().writeValueAsString(form).replace("第八步", "回头看");
        TestApi.Answer made = TestApi.of(context).as("planner").post("/api/v1/deliberation-templates", text);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("version").asInt()).isEqualTo(2);
        assertThat(get(path).path("form").path("version").asInt()).isEqualTo(1);
        String twice = text.replace("\"branch\":\"ACCOUNTABLE\"", "\"branch\":\"RESPONSIBLE\"");
        TestApi.Answer refused = TestApi.of(context).as("planner").post("/api/v1/deliberation-templates", twice);
        assertThat(refused.problem()).isEqualTo("template-not-acceptable");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/steps/0/parts");
    }

    private String open(String incident, String template, List<Map<String, String>> parties) {
        JsonNode made = post(
                        201,
                        "/api/v1/incidents/" + incident + "/deliberations",
                        Map.of("template", template, "subject", "议题", "parties", parties))
                .json();
        return "/api/v1/deliberations/" + made.path("id").asString();
    }

    private TestApi.Answer step(int status, String path, String step) {
        return post(status, path + "/steps", Map.of("step", step), "If-Match", tag(path));
    }

    private TestApi.Answer close(int status, String path, String outcome) {
        return post(status, path + "/result", Map.of("outcome", outcome, "result", "结果"), "If-Match", tag(path));
    }

    private TestApi.Answer vote(int status, String path, int eligible, int inFavour, int against) {
        return post(
                status,
                path + "/votes",
                Map.of("question", "是否同意", "eligible", eligible, "inFavour", inFavour, "against", against));
    }

    private TestApi.Answer sign(int status, String path, int version, String party) {
        return post(status, path + "/proposals/" + version + "/signatures", Map.of("party", party, "person", "签字人 1"));
    }

    private void passDays(String path, int days) {
        jdbc.sql("UPDATE cooperation.deliberations SET published_at = published_at - make_interval(days => :days),"
                        + " publish_until = publish_until - make_interval(days => :days) WHERE id = :id::uuid")
                .param("days", days)
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .update();
    }

    private String tag(String path) {
        return get(path).path("etag").asString();
    }

    private static Map<String, String> seat(String seat) {
        return Map.of("seat", seat, "person", seat + " 01");
    }

    private static String soon() {
        return in(7, ChronoUnit.DAYS).toString();
    }
}
