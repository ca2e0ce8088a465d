package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
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
 * 16 July, past one in the morning: an old man without cooling comes to the gate. The guard of the night roster takes him in,
 * the electrician comes at eight. (The test town begins in 2025; names, hours of the roster and labels are made up.)
 */
@GridwardIT
@Import(C08_OldManAtTheGateAtNightIT.Night.class)
@TestPropertySource(properties = "own-database=C08")
class C08_OldManAtTheGateAtNightIT {

    private static final String GRID = "33099900100101";
    private static final NightClock CLOCK = new NightClock(Instant.parse("2025-07-15T17:10:00Z"));

    @TestConfiguration
    static class Night {
        @Bean
        @Primary
        Clock nightClock() {
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
    void nightRoster() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        TestApi planner = TestApi.of(context).as("planner");
        dispatcher = TestApi.of(context).as("dispatcher");
        String micro = TestTown.micro(0, 3);
        for (String role : List.of("MICRO_GRID_HEAD", "GRID_WORKER")) {
            ok(planner.post("/api/v1/teams/micro-grid/" + micro + "/shifts", day(role)));
        }
        for (String role : List.of("GRID_HEAD", "GRID_WORKER", "PART_TIME_GRID_WORKER", "GRID_ADVISER")) {
            ok(planner.post("/api/v1/teams/grid/" + GRID + "/shifts", day(role)));
        }
        for (String guard : List.of("门岗 甲", "门岗 乙")) {
            ok(planner.post(
                    "/api/v1/teams/grid/" + GRID + "/members",
                    Map.of(
                            "change",
                            "APPOINT",
                            "role",
                            "NIGHT_DUTY",
                            "labelZh",
                            guard,
                            "labelEn",
                            guard,
                            "phone",
                            "000-0000-0801")));
        }
        ok(planner.post(
                "/api/v1/teams/grid/" + GRID + "/shifts",
                Map.of(
                        "code", "NIGHT",
                        "nameZh", "夜班",
                        "nameEn", "Night",
                        "role", "NIGHT_DUTY",
                        "labels", List.of("门岗 甲", "门岗 乙"),
                        "rotation", "DAILY",
                        "since", "2025-07-14",
                        "starts", "20:00",
                        "minutes", 720)));
    }

    @Test
    void theGuardOfTheNightRosterAnswersAndTheElectricianComesAtEight() {
        JsonNode incident = ok(dispatcher.post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "welfare_check",
                                "description", "张老伯家停电没有空调，深夜到门岗求助",
                                "channel", "PHONE",
                                "location", Map.of("lon", TestTown.lon(0) + 0.005, "lat", TestTown.lat(3) + 0.005))))
                .json();
        String id = incident.path("id").asString();
        assertThat(incident.path("lead").path("role").asString()).isEqualTo("NIGHT_DUTY");
        assertThat(incident.path("lead").path("person").asString())
                .as("the night that began on the 15th is the second guard's")
                .isEqualTo("门岗 乙");
        assertThat(incident.path("decision").path("reasons").findValuesAsString("code"))
                .contains("off-shift", "no-team", "parent-grid");

        TestLife.act(dispatcher, id, "ACCEPT");
        TestLife.act(dispatcher, id, "ARRIVE");
        Answer planned = ok(dispatcher.post(
                "/api/v1/incidents/" + id + "/follow-ups",
                Map.of("text", "电工上门检修空调线路", "due", "2025-07-16T08:00:00+08:00", "to", "property_company")));
        assertThat(planned.json().path("person").asString()).isEqualTo("物业公司");
        assertThat(planned.json().path("due").asString()).isEqualTo("2025-07-16T00:00:00Z");
        TestLife.act(dispatcher, id, "FINISH");
        TestLife.act(dispatcher, id, "FEEDBACK", "answer", "先在门岗休息，早上八点电工上门");
        assertThat(TestLife.ask(dispatcher, id, "CLOSE", "how", "REPAIRED").problem())
                .isEqualTo("follow-up-open");

        CLOCK.pass(Duration.ofHours(7));
        JsonNode open =
                dispatcher.get("/api/v1/follow-ups").json().path("items").get(0);
        assertThat(open.path("incidentId").asString()).isEqualTo(id);
        ok(dispatcher.post(
                "/api/v1/follow-ups/" + open.path("id").asString() + "/done",
                Map.of(),
                "If-Match",
                open.path("etag").asString()));
        assertThat(dispatcher
                        .post("/api/v1/follow-ups/" + open.path("id").asString() + "/done", Map.of(), "If-Match", "*")
                        .status())
                .isEqualTo(409);
        JsonNode after = TestLife.read(dispatcher, id);
        assertThat(after.path("timeline").findValuesAsString("action")).contains("FOLLOW_UP", "FOLLOW_UP_DONE");
    }

    private static Map<String, Object> day(String role) {
        return Map.of(
                "code",
                "DAY-" + role.replace('_', '-'),
                "nameZh",
                "白班",
                "nameEn",
                "Day",
                "role",
                role,
                "starts",
                "08:00",
                "minutes",
                600);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }
}
