package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.evidence.TestPhotos;
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

/** A volunteer on a walk measures with a tape that a wall behind the greenery leans by 12 cm. */
@GridwardIT
@TestPropertySource(properties = "own-database=C10")
class C10_LeaningWallIsMeasuredIT {

    @Autowired
    ApplicationContext context;

    private TestApi api;
    private TestApi volunteer;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        api = TestApi.of(context);
        volunteer = api.as("patrol");
    }

    private String report() {
        TestApi.Answer answer = volunteer.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "hazard",
                        "description", "围墙往里斜，前面有树挡着",
                        "channel", "PATROL",
                        "location", Map.of("lon", 122.105, "lat", 30.025)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("tier").asInt()).isEqualTo(2);
        return answer.json().path("id").asString();
    }

    private TestApi.Answer measure(String incident, double value, String unit) {
        return volunteer.post(
                "/api/v1/incidents/" + incident + "/hazards",
                Map.of("measure", "wall_tilt", "value", value, "unit", unit, "hidden", true, "note", "卷尺量"),
                "Idempotency-Key",
                incident + value + unit);
    }

    private static Set<String> deadlines(JsonNode incident) {
        Set<String> kinds = new HashSet<>();
        incident.path("deadlines").forEach(one -> kinds.add(one.path("kind").asString()));
        return kinds;
    }

    @Test
    void twelveCentimetresMakeItUrgentWithAZoneToKeepAwayFromAndAnEngineersLook() {
        String incident = report();
        volunteer.send(
                "POST",
                "/api/v1/incidents/" + incident + "/photos?purpose=BEFORE&lon=122.105&lat=30.025",
                TestPhotos.plain("jpg", 80, 60),
                "Content-Type",
                "image/jpeg");
        TestApi.Answer measured = measure(incident, 12, "cm");
        assertThat(measured.status()).as(measured.body()).isEqualTo(201);
        JsonNode hazard = measured.json();
        assertThat(hazard.path("colour").asString()).isEqualTo("RED");
        assertThat(hazard.path("tier").asInt()).isEqualTo(1);
        assertThat(hazard.path("hidden").asBoolean()).isTrue();
        assertThat(hazard.path("checkDue").asString()).isNotBlank();
        assertThat(hazard.path("zone").path("type").asString()).isEqualTo("Polygon");
        JsonNode corner = hazard.path("zone").path("coordinates").get(0).get(0);
        double meters = Math.hypot(
                (corner.get(0).asDouble() - 122.105) * 96_400, (corner.get(1).asDouble() - 30.025) * 110_860);
        assertThat(meters).isBetween(9.5, 10.5);

        JsonNode urgent = TestLife.read(volunteer, incident);
        assertThat(urgent.path("tier").asInt()).isEqualTo(1);
        assertThat(urgent.path("colour").asString()).isEqualTo("RED");
        assertThat(deadlines(urgent)).contains("RESPOND", "CONTROL", "REVISIT");
        assertThat(urgent.path("timeline").toString()).contains("TRIAGE", "hazard rule", "wall_tilt 12.0 cm");
        assertThat(measure(incident, 12, "cm").json().path("id")).isEqualTo(hazard.path("id"));

        TestLife.act(api.as("dispatcher"), incident, "ACCEPT");
        TestLife.act(api.as("dispatcher"), incident, "ARRIVE");
        TestLife.act(api.as("dispatcher"), incident, "CONTROL");
        TestLife.act(api.as("dispatcher"), incident, "FINISH");
        TestLife.act(api.as("dispatcher"), incident, "FEEDBACK", "answer", "围墙已支撑");
        TestApi.Answer early = TestLife.ask(api.as("dispatcher"), incident, "CLOSE", "how", "REPAIRED");
        assertThat(early.status()).isEqualTo(409);
        String check = "/api/v1/incidents/" + incident + "/hazards/"
                + hazard.path("id").asString() + "/check";
        assertThat(api.as("dispatcher").post(check, Map.of("safe", true)).problem())
                .isEqualTo("version-missing");
        assertThat(api.as("dispatcher")
                        .post(check, Map.of("safe", true), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(api.as("dispatcher")
                        .post(check, Map.of("safe", true, "result", "结构工程师：已加支撑，可以通行"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(204);
        assertThat(api.as("dispatcher")
                        .post(check, Map.of("safe", false, "result", "x"), "If-Match", "\"1\"")
                        .problem())
                .isEqualTo("stale-hazard");
        assertThat(api.as("dispatcher")
                        .post(check, Map.of("safe", true, "result", "x"), "If-Match", "*")
                        .status())
                .isEqualTo(409);
        JsonNode evidence =
                volunteer.get("/api/v1/incidents/" + incident + "/evidence").json();
        assertThat(evidence.path("hazards").get(0).path("safe").asBoolean()).isTrue();
        assertThat(evidence.path("photos")).hasSize(1);
    }

    @Test
    void fourCentimetresAreNoEmergencyAndTheUnitIsMinded() {
        String incident = report();
        JsonNode hazard = measure(incident, 40, "mm").json();
        assertThat(hazard.path("colour").asString()).isEqualTo("YELLOW");
        assertThat(TestLife.read(volunteer, incident).path("tier").asInt()).isEqualTo(2);
        assertThat(measure(incident, 0.1, "m").json().path("colour").asString()).isEqualTo("RED");
    }

    @Test
    void aMeasurementThatIsNoneIsRefused() {
        String incident = report();
        for (Map<String, Object> bad : java.util.List.<Map<String, Object>>of(
                Map.of("measure", "wall_tilt", "value", -1, "unit", "cm"),
                Map.of("measure", "wall_tilt", "value", 12, "unit", "inch"),
                Map.of("measure", "no_such", "value", 12, "unit", "cm"),
                Map.of("measure", "wall_tilt", "unit", "cm"))) {
            assertThat(volunteer
                            .post("/api/v1/incidents/" + incident + "/hazards", bad)
                            .status())
                    .as(bad.toString())
                    .isEqualTo(422);
        }
    }
}
