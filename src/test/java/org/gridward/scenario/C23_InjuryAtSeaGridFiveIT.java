package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A crew member is hurt on a fishing boat in sea grid 5: the sea team leads with its mediators, the paired land team is told. */
@GridwardIT
@TestPropertySource(properties = "own-database=C23")
class C23_InjuryAtSeaGridFiveIT {

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
    void seaAndLand() {
        planner = TestApi.of(context).as("planner");
        TestTown.adopt(layers, editions, map);
        if (map.find("sea-grid").isPresent()) {
            return;
        }
        layers.ensure(new Layer("sea-grid", LayerKind.FREE, Optional.empty(), "海上网格", "Sea grid"));
        layers.ensure(new Layer("land-grid", LayerKind.FREE, Optional.empty(), "陆上网格", "Land grid"));
        editions.adopt(
                TestTown.edition(
                        "sea-grid",
                        List.of(TestTown.grid("HS004", null, 4, 0, 2, 2), TestTown.grid("HS005", null, 4, 2, 2, 2))),
                "test");
        editions.adopt(TestTown.edition("land-grid", List.of(TestTown.grid("LS002", null, 0, 0, 4, 4))), "test");
        List<NewTeam> all = new ArrayList<>(TestTeams.all());
        for (String grid : List.of("HS004", "HS005", "LS002")) {
            List<NewMember> members = new ArrayList<>(List.of(
                    member("GRID_HEAD", "网格长 " + grid),
                    member("GRID_WORKER", "网格员 " + grid),
                    member("PART_TIME_GRID_WORKER", "兼职 " + grid),
                    member("GRID_ADVISER", "指导员 " + grid)));
            boolean sea = grid.startsWith("HS");
            if (sea) {
                members.add(member("SEA_MEDIATOR", "海上老娘舅 " + grid));
            }
            all.add(new NewTeam(
                    sea ? "sea-grid" : "land-grid",
                    grid,
                    sea ? "SEA" : "LAND",
                    "队伍 " + grid,
                    "Team " + grid,
                    members,
                    List.of()));
        }
        teams.load(all);
        assertThat(unpaired()).contains("HS004", "HS005", "LS002");
        for (String sea : List.of("HS004", "HS005")) {
            Answer paired = planner.post(
                    "/api/v1/teams/sea-grid/" + sea + "/pairs", Map.of("layer", "land-grid", "gridCode", "LS002"));
            assertThat(paired.status()).as(paired.body()).isEqualTo(201);
        }
    }

    @Test
    void theSeaTeamLeadsWithItsMediatorsAndTheLandTeamIsTold() {
        assertThat(unpaired()).as("linked both ways").isEmpty();
        Answer answer = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "vessel_accident",
                                "description", "船员右手受伤，与船东就一万五千元赔偿发生争议",
                                "channel", "PHONE",
                                "location", Map.of("lon", TestTown.lon(5), "lat", TestTown.lat(3))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode incident = answer.json();
        assertThat(incident.path("matches")
                        .valueStream()
                        .filter(match -> match.path("layer").asString().equals("sea-grid"))
                        .map(match -> match.path("gridCode").asString()))
                .containsExactly("HS005");
        assertThat(incident.path("lead").path("layer").asString()).isEqualTo("sea-grid");
        assertThat(incident.path("lead").path("gridCode").asString()).isEqualTo("HS005");
        assertThat(incident.path("helpers").findValuesAsString("person")).contains("海上老娘舅 HS005");
        JsonNode told = incident.path("decision").path("informed").get(0);
        assertThat(told.path("gridCode").asString()).isEqualTo("LS002");
        assertThat(told.path("because").path("id").asString()).isEqualTo("paired-team");

        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        String id = incident.path("id").asString();
        Answer opened = dispatcher.post(
                "/api/v1/incidents/" + id + "/mediations",
                Map.of(
                        "level", "GRID",
                        "parties", List.of("船员", "船东"),
                        "mediators", List.of("海上老娘舅 HS005", "网格长 HS005")));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String path = "/api/v1/mediations/" + opened.json().path("id").asString();
        Answer session = dispatcher.post(path + "/sessions", Map.of("minutesLong", 60, "minutes", "船东同意一次性赔付"));
        assertThat(session.status()).as(session.body()).isEqualTo(201);
        Answer agreed = dispatcher.post(
                path + "/result",
                Map.of("outcome", "AGREED", "agreement", "船东赔付一万五千元"),
                "If-Match",
                dispatcher.get(path).header("ETag"));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        JsonNode mediation = dispatcher.get(path).json();
        assertThat(mediation.path("outcome").asString()).isEqualTo("AGREED");
        assertThat(mediation.path("sessions").get(0).path("minutesLong").asInt())
                .isEqualTo(60);
        assertThat(TestLife.close(dispatcher, id).path("state").asString()).isEqualTo("CLOSED");
    }

    private List<String> unpaired() {
        List<String> found = new ArrayList<>();
        for (String layer : List.of("sea-grid", "land-grid")) {
            planner.get("/api/v1/teams/validation?layer=" + layer)
                    .json()
                    .path("items")
                    .forEach(item -> {
                        if (item.path("faults").findValuesAsString("code").contains("UNPAIRED")) {
                            found.add(item.path("gridCode").asString());
                        }
                    });
        }
        return found;
    }

    private static NewMember member(String role, String label) {
        return new NewMember(role, label, label, "000-0000-2300", null, null, null);
    }
}
