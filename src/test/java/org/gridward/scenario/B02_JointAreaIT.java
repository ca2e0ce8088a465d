package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A strip between two communities is declared a joint area, with a lead and another lead for noise; street lamps in it belong
 * to the lamp office. Each answer has one lead and says by which row of which version of the written rule.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=B02")
class B02_JointAreaIT {

    private static final String WEST = "33099900100102";
    private static final String EAST = "33099900100202";
    private static final String IN_STRIP = "/api/v1/responsibility?lon=122.118&lat=30.005";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Teams teams;

    private TestApi planner;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        if (map.find("joint-area").isEmpty()) {
            layers.ensure(new Layer("joint-area", LayerKind.FREE, Optional.empty(), "共管区域", "Joint area"));
            editions.adopt(TestTown.edition("joint-area", List.of(TestTown.grid("GG001", null, 1, 0, 2, 1))), "test");
            teams.load(TestTeams.all());
        }
        planner = TestApi.of(context).as("planner");
        declare("GG001", List.of(EAST, WEST), Map.of("noise", WEST), null);
    }

    @Test
    void theDeclaredLeadLeadsAndThePartnersHelpByANamedRule() {
        JsonNode answer = planner.get(IN_STRIP + "&category=water_leak").json();
        assertThat(answer.path("standing").asString()).isEqualTo("JOINT");
        assertThat(answer.path("lead").path("gridCode").asString()).isEqualTo(EAST);
        assertThat(answer.path("helpers").findValuesAsString("gridCode")).contains(WEST);
        assertThat(answer.path("rule").path("id").asString()).isEqualTo("joint-area");
        assertThat(answer.path("lead").path("because").path("row").asInt()).isEqualTo(10);
        assertThat(answer.path("face").path("kind").asString()).isEqualTo("JOINT_AREA");
        assertThat(answer.path("face").path("id").asString()).isEqualTo("GG001");
        assertThat(answer.path("face").path("provisional").asBoolean()).isFalse();
        assertThat(answer.path("reasons").findValuesAsString("code")).contains("joint", "lead");
    }

    @Test
    void aCategoryMayHaveALeadOfItsOwn() {
        JsonNode answer = planner.get(IN_STRIP + "&category=noise").json();
        assertThat(answer.path("lead").path("gridCode").asString()).isEqualTo(WEST);
        assertThat(answer.path("helpers").findValuesAsString("gridCode")).contains(EAST);
    }

    @Test
    void theTasksAreTheRulesResultWithExactlyOneLead() {
        JsonNode incident = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "x",
                                "location", Map.of("lon", 122.118, "lat", 30.005)))
                .json();
        assertThat(incident.path("tasks").findValuesAsString("part").stream().filter("LEAD"::equals))
                .hasSize(1);
        assertThat(incident.path("lead").path("gridCode").asString()).isEqualTo(WEST);
        JsonNode stored = planner.get("/api/v1/incidents/" + incident.path("id").asString())
                .json()
                .path("decision");
        assertThat(stored.path("face").path("id").asString()).isEqualTo("GG001");
        assertThat(stored.path("rule").path("row").asInt()).isEqualTo(10);
        assertThat(stored.path("rule").path("version").asInt()).isPositive();
        assertThat(stored.path("helpers").get(0).path("because").path("id").asString())
                .isNotEmpty();
        assertThat(stored.path("matches").get(0).path("edition").asString()).isNotEmpty();
    }

    @Test
    void aComponentIsItsOwnersFirstAndAnEventTheTerritorys() {
        assertThat(planner.post(
                                "/api/v1/owners",
                                Map.of(
                                        "code", "LAMPS",
                                        "category", "street_lamp",
                                        "layer", "town",
                                        "nameZh", "路灯所",
                                        "nameEn", "Lamp office",
                                        "postZh", "值班 001",
                                        "postEn", "Duty post 001"))
                        .status())
                .isEqualTo(201);
        String spot = "/api/v1/responsibility?lon=122.105&lat=30.025";
        JsonNode lamp = planner.get(spot + "&category=street_lamp").json();
        assertThat(lamp.path("lead").path("team").asString()).isEqualTo("路灯所");
        assertThat(lamp.path("rule").path("id").asString()).isEqualTo("owner-first");
        assertThat(lamp.path("helpers").findValuesAsString("gridCode")).contains(TestTown.micro(0, 2));
        JsonNode noise = planner.get(spot + "&category=noise").json();
        assertThat(noise.path("rule").path("id").asString()).isEqualTo("territory-first");
        assertThat(noise.path("lead").path("gridCode").asString()).isEqualTo(TestTown.micro(0, 2));
        JsonNode tree = planner.get(spot + "&category=tree").json();
        assertThat(tree.path("rule").path("id").asString()).isEqualTo("territory-fallback");
    }

    @Test
    void aNewVersionOfTheRulesIsInForceFromItsInstantAndTheOldOneStays() {
        JsonNode rules = planner.get("/api/v1/rules").json();
        int version = rules.path("version").asInt();
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("validFrom", "2030-01-01T00:00:00Z");
        wanted.put("textZh", "新规则");
        wanted.put("textEn", "The new rule");
        List<Object> rows = new ArrayList<>();
        rules.path("rows").forEach(rows::add);
        rows.remove(0);
        wanted.put("rows", rows);
        Answer adopted = planner.post("/api/v1/rules", wanted, "Idempotency-Key", "rules-2030");
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(201);
        int next = adopted.json().path("version").asInt();
        assertThat(next).isGreaterThan(version);
        assertThat(planner.get(IN_STRIP).json().path("rule").path("version").asInt())
                .isEqualTo(version);
        assertThat(planner.get("/api/v1/rules?at=2030-01-01T00:00:00Z")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(next);
        JsonNode later = planner.get(IN_STRIP + "&at=2030-06-01T00:00:00Z&category=noise")
                .json();
        assertThat(later.path("rule").path("version").asInt()).isEqualTo(next);
        assertThat(later.path("rule").path("id").asString()).isEqualTo("territory-first");
        assertThat(planner.post("/api/v1/rules", wanted, "Idempotency-Key", "rules-2030")
                        .json()
                        .path("version")
                        .asInt())
                .as("the same request again")
                .isEqualTo(next);
    }

    @Test
    void aRuleTableThatCouldLeaveNobodyOrCannotBeReadIsRefusedRowByRow() {
        Map<String, Object> row = new HashMap<>(Map.of(
                "precedence", 1,
                "rule", "x y",
                "relation", "LEAD",
                "subject", "LAYER",
                "layer", "no-such-layer",
                "category", "no_such_category",
                "textZh", "文",
                "textEn", "text"));
        Answer refused = planner.post(
                "/api/v1/rules",
                Map.of("validFrom", "2031-01-01T00:00:00Z", "textZh", "文", "textEn", "t", "rows", List.of(row, row)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .contains("/rows/0/rule", "/rows/0/layer", "/rows/0/category", "/rows/1/precedence", "/rows");
    }

    @Test
    void aJointAreaOfAGridThatIsNotDrawnOrALeadThatIsNoPartnerIsRefused() {
        Answer refused = declare("GG999", List.of(EAST, "nobody"), Map.of("noise", "33099900100101"), 422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .contains("/gridCode", "/partners", "/leads/noise");
    }

    @Test
    void aPartnerNamedTwiceAndABodyOfAnotherFormAreRefusedInPlainWords() {
        Answer refused = declare("GG001", List.of(EAST, EAST), Map.of(), 422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer")).contains("/partners");
        Answer form = planner.post("/api/v1/joint-areas", Map.of("partners", "all", "layer", "joint-area"));
        assertThat(form.problem()).isEqualTo("unreadable-json");
        assertThat(form.body()).contains("at '/partners' a list is wanted").doesNotContain("java");
        Answer time = planner.post("/api/v1/joint-areas", Map.of("validFrom", 5));
        assertThat(time.body()).contains("at '/validFrom' a time such as").doesNotContain("java");
    }

    @Test
    void nothingInPlaceOfATextIsRefusedWithItsPlace() {
        String area = "{\"layer\":\"joint-area\",\"gridCode\":\"GG001\",\"partners\":%s,\"leads\":%s}";
        assertThat(refusedAt("/api/v1/joint-areas", area.formatted("[\"" + EAST + "\",null]", "{}")))
                .containsExactly("/partners/1");
        assertThat(refusedAt("/api/v1/joint-areas", area.formatted("[\"" + EAST + "\"]", "{\"noise\":null}")))
                .containsExactly("/leads/noise");
        assertThat(refusedAt("/api/v1/duties", "{\"category\":\"noise\",\"duty\":\"HAZARD\",\"helperRoles\":[null]}"))
                .containsExactly("/helperRoles/0");
        assertThat(refusedAt("/api/v1/codes/generate", "{\"layer\":\"micro-grid\",\"grids\":[null]}"))
                .containsExactly("/grids/0");
    }

    private List<String> refusedAt(String path, String body) {
        Answer refused = planner.sendText("POST", path, "application/json", body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json().path("errors").findValuesAsString("pointer");
    }

    private Answer declare(String grid, List<String> partners, Map<String, String> leads, Integer status) {
        Answer answer = planner.post(
                "/api/v1/joint-areas",
                Map.of("layer", "joint-area", "gridCode", grid, "partners", partners, "leads", leads));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status == null ? 201 : status);
        return answer;
    }
}
