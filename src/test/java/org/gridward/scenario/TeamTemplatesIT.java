package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Team templates, what they find missing, titles that change with time, and duty lists: all of it data. */
@GridwardIT
@TestPropertySource(properties = "own-database=DutyPlan")
class TeamTemplatesIT {

    private static final Instant NOON = Instant.parse("2026-03-04T04:00:00Z");

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
        planner = TestApi.of(context).as("planner");
        if (planner.get("/api/v1/teams?grid=33099900100101")
                .json()
                .path("items")
                .isEmpty()) {
            teams.load(TestTeams.all());
        }
    }

    @Test
    void aTitleThatChangedInAugustIsOldBeforeAndNewAfter() {
        assertThat(planner.post(
                                "/api/v1/role-titles",
                                Map.of(
                                        "role", "GRID_HEAD",
                                        "gridPrefix", "330999001002",
                                        "nameZh", "网格协理员",
                                        "nameEn", "Grid assistant",
                                        "validFrom", "2025-08-01T00:00:00+08:00"))
                        .status())
                .isEqualTo(201);
        assertThat(title("33099900100201", "2025-07-31T23:59:59+08:00")).isEqualTo("网格长");
        assertThat(title("33099900100201", "2025-08-01T00:00:00+08:00")).isEqualTo("网格协理员");
        assertThat(title("33099900100101", "2026-01-01T00:00:00Z"))
                .as("another town")
                .isEqualTo("网格长");
    }

    @Test
    void theReportNamesWhatATeamLacks() {
        String grid = "33099900100102";
        assertThat(planner.get("/api/v1/teams/validation?layer=grid")
                        .json()
                        .path("items")
                        .toString())
                .doesNotContain(grid);
        assertThat(planner.post(
                                "/api/v1/teams/grid/" + grid + "/members",
                                Map.of(
                                        "change", "END",
                                        "role", "GRID_ADVISER",
                                        "labelZh", "网格指导员 " + grid,
                                        "validTo", "2026-02-01T00:00:00Z"))
                        .status())
                .isEqualTo(201);
        JsonNode found = planner.get("/api/v1/teams/validation?layer=grid&at=" + NOON)
                .json()
                .path("items")
                .get(0);
        assertThat(found.path("gridCode").asString()).isEqualTo(grid);
        JsonNode fault = found.path("faults").get(0);
        assertThat(fault.path("code").asString()).isEqualTo("MISSING");
        assertThat(fault.path("role").asString()).isEqualTo("GRID_ADVISER");
        assertThat(fault.path("wanted").asInt()).isEqualTo(1);
        assertThat(planner.get("/api/v1/teams/validation?layer=community")
                        .json()
                        .path("items")
                        .findValuesAsString("code"))
                .contains("NO_TEAM");
    }

    @Test
    void aSloganNamesSeveralTemplatesAndANewOneIsData() {
        JsonNode templates = planner.get("/api/v1/team-templates").json().path("items");
        assertThat(templates.findValuesAsString("slogan").stream().filter("1+3+N"::equals))
                .hasSizeGreaterThan(3);
        assertThat(templates.findValuesAsString("code"))
                .contains("CONFERENCE", "IRON_TRIANGLE", "ALLIANCE", "BLOCK", "UNIT_FORCE");
        Map<String, Object> one = Map.of(
                "code", "PIER_WATCH",
                "nameZh", "码头值守",
                "nameEn", "Pier watch",
                "roles",
                        List.of(
                                Map.of("role", "WATCH_HEAD", "least", 1, "most", 1, "nameZh", "组长", "nameEn", "Head"),
                                Map.of("role", "WATCH", "wanted", 2, "nameZh", "值守员", "nameEn", "Watch")));
        assertThat(planner.post("/api/v1/team-templates", one).status()).isEqualTo(201);
        assertThat(planner.post("/api/v1/team-templates", one).problem()).isEqualTo("template-exists");
        Answer refused = planner.post(
                "/api/v1/team-templates",
                Map.of(
                        "code",
                        "BAD",
                        "nameZh",
                        "坏",
                        "nameEn",
                        "Bad",
                        "roles",
                        List.of(Map.of("role", "A_B", "least", 3, "most", 2, "nameZh", "x", "nameEn", "x"))));
        assertThat(refused.json().path("errors").findValuesAsString("pointer")).contains("/roles/0/most");
    }

    @Test
    void theDutyListIsDataAndAPageToPrint() {
        String micro = TestTown.micro(1, 1);
        JsonNode list = planner.get("/api/v1/duty-lists?grid=" + micro)
                .json()
                .path("items")
                .get(0);
        assertThat(list.path("members").get(0).path("duties").findValuesAsString("duty"))
                .contains("INFORMATION", "POLICY", "HAZARD", "MEDIATION", "EMERGENCY");
        Answer page = planner.get("/api/v1/duty-lists/print?grid=" + micro);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("权责", "隐患排查", "微网格长 " + micro);
        assertThat(planner.get("/api/v1/duty-lists/print?lang=en&grid=" + micro).body())
                .contains("Hazards");
        assertThat(planner.get("/api/v1/duty-lists/print?lang=fr&grid=" + micro).status())
                .isEqualTo(400);
    }

    private String title(String grid, String at) {
        return planner.get("/api/v1/teams?grid=" + grid + "&at=" + at.replace("+", "%2B"))
                .json()
                .path("items")
                .get(0)
                .path("members")
                .get(0)
                .path("roleZh")
                .asString();
    }
}
