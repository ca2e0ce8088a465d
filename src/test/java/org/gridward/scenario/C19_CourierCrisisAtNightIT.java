package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A courier in distress one evening in block 3: the block's night duty goes with the public safety office, the police and the
 * residents' committee; each arrival is on record, the case is tier 1 and is revisited within 24 hours.
 */
@GridwardIT
@Import(C19_CourierCrisisAtNightIT.Evening.class)
@TestPropertySource(properties = "own-database=C19")
class C19_CourierCrisisAtNightIT {

    /** 22:30 in Shanghai. */
    private static final NightClock CLOCK = new NightClock(Instant.parse("2026-03-04T14:30:00Z"));

    @TestConfiguration
    static class Evening {
        @Bean
        @Primary
        Clock eveningClock() {
            return CLOCK;
        }
    }

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

    private TestApi dispatcher;

    @BeforeEach
    void block() {
        dispatcher = TestApi.of(context).as("dispatcher");
        TestTown.adopt(layers, editions, map);
        if (map.find("street-block").isPresent()) {
            return;
        }
        layers.ensure(new Layer("street-block", LayerKind.FREE, Optional.empty(), "街区", "Street block"));
        editions.adopt(TestTown.edition("street-block", List.of(TestTown.grid("JQ003", null, 1, 1, 2, 1))), "test");
        List<NewTeam> all = new ArrayList<>(TestTeams.all());
        all.add(new NewTeam(
                "street-block",
                "JQ003",
                "BLOCK",
                "街区三队伍",
                "Block 3 team",
                List.of(
                        member("RESPONSIBLE_LEADER", "包保领导 003"),
                        member("POLICE_OFFICER", "社区警员 003"),
                        member("MARKET_OFFICER", "市场监督员 003"),
                        member("ENFORCEMENT_OFFICER", "综合执法员 003"),
                        member("BUSINESS_OFFICER", "营商服务员 003"),
                        member("GRID_WORKER", "网格工作员 003"),
                        member("COORDINATOR", "综合协管员 003"),
                        member("NIGHT_DUTY", "夜间值班 003")),
                List.of()));
        teams.load(all);
        TestApi planner = TestApi.of(context).as("planner");
        for (String role : List.of(
                "RESPONSIBLE_LEADER",
                "POLICE_OFFICER",
                "MARKET_OFFICER",
                "ENFORCEMENT_OFFICER",
                "BUSINESS_OFFICER",
                "GRID_WORKER",
                "COORDINATOR")) {
            shift(planner, role, "08:00", 600);
        }
        shift(planner, "NIGHT_DUTY", "18:00", 840);
    }

    private static void shift(TestApi planner, String role, String starts, int minutes) {
        ok(planner.post(
                "/api/v1/teams/street-block/JQ003/shifts",
                Map.of(
                        "code",
                        role.replace('_', '-'),
                        "nameZh",
                        "班",
                        "nameEn",
                        "Shift",
                        "role",
                        role,
                        "starts",
                        starts,
                        "minutes",
                        minutes)));
    }

    @Test
    void fourUnitsGoAndEachArrivalIsOnRecord() {
        JsonNode incident = ok(dispatcher.post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "personal_safety",
                                "description", "快递小哥因罚款情绪激动，扬言轻生",
                                "channel", "PHONE",
                                "location", Map.of("lon", TestTown.lon(1) + 0.004, "lat", TestTown.lat(1) + 0.005))))
                .json();
        String id = incident.path("id").asString();
        assertThat(incident.path("tier").asInt()).isEqualTo(1);
        assertThat(incident.path("deadlines").findValuesAsString("kind")).contains("RESPOND", "CONTROL");
        assertThat(incident.path("helpers").findValuesAsString("person"))
                .as("at night the block is its night duty's")
                .contains("夜间值班 003");

        Answer called = ok(dispatcher.post(
                "/api/v1/incidents/" + id + "/whistles",
                Map.of(
                        "departments", List.of("stability", "police", "residents_committee"),
                        "arriveBy", CLOCK.instant().plus(40, ChronoUnit.MINUTES).toString(),
                        "note", "连夜到场稳控调解")));
        JsonNode calls = called.json().path("items");
        assertThat(calls.size()).isEqualTo(3);
        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "ARRIVE");
        for (JsonNode call : calls) {
            String path = "/api/v1/whistle-calls/" + call.path("id").asString();
            ok(dispatcher.post(
                    path + "/arrival",
                    Map.of("person", "值班员"),
                    "If-Match",
                    dispatcher.get(path).header("ETag")));
        }
        JsonNode arrived =
                dispatcher.get("/api/v1/incidents/" + id + "/whistles").json().path("items");
        assertThat(arrived.valueStream().map(call -> call.path("department").asString()))
                .containsExactlyInAnyOrder("stability", "police", "residents_committee");
        assertThat(arrived.valueStream().map(call -> call.path("arrivedAt").asString("")))
                .as("with the lead, four units on the spot")
                .hasSize(3)
                .doesNotContain("");
        TestLife.act(dispatcher, id, "CONTROL");
        for (JsonNode call : calls) {
            String path = "/api/v1/whistle-calls/" + call.path("id").asString();
            ok(dispatcher.post(
                    path + "/result",
                    Map.of("outcome", "DONE", "result", "劝解成功，撤回投诉"),
                    "If-Match",
                    dispatcher.get(path).header("ETag")));
        }
        TestLife.act(dispatcher, id, "FINISH");
        assertThat(ChronoUnit.MINUTES.between(due(incident, "RESPOND"), due(incident, "REVISIT")))
                .as("on the spot within 30 minutes, revisited within 24 hours")
                .isEqualTo(24 * 60 - 30);
        assertThat(TestLife.close(dispatcher, id).path("state").asString()).isEqualTo("CLOSED");
    }

    private static Instant due(JsonNode incident, String kind) {
        return incident.path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asString().equals(kind))
                .map(deadline -> Instant.parse(deadline.path("due").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static NewMember member(String role, String label) {
        return new NewMember(role, label, label, "000-0000-1900", null, null, null);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }
}
