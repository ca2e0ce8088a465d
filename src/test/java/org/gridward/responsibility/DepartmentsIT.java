package org.gridward.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Departments over HTTP: those that come with the product, one that is declared for a period, and refusals. */
@GridwardIT
@TestPropertySource(properties = "own-database=DutyIT")
class DepartmentsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Departments departments;

    private TestApi planner;

    @BeforeEach
    void connect() {
        planner = TestApi.of(context).as("planner");
    }

    @Test
    void knowsTheBodiesOfTheField() {
        JsonNode listed = planner.get("/api/v1/departments").json().path("items");
        assertThat(listed.findValuesAsString("code"))
                .contains(
                        "urban_enforcement", "police", "fire_rescue", "state_grid_95598", "water_company", "stability");
        assertThat(departments.find("state_grid_95598").orElseThrow().external())
                .isTrue();
        JsonNode page = planner.get("/api/v1/departments?limit=2").json();
        assertThat(page.path("items").size()).isEqualTo(2);
        JsonNode second = planner.get(page.path("next").asString()).json();
        assertThat(second.path("items").get(0).path("code").asString())
                .isGreaterThan(page.path("items").get(1).path("code").asString());
    }

    @Test
    void aDepartmentThatIsRenamedKeepsItsOldNameInThePast() {
        Map<String, Object> lamps = Map.of("code", "lamp_office", "nameZh", "路灯所", "nameEn", "Lamp office");
        assertThat(planner.post("/api/v1/departments", lamps, "Idempotency-Key", "lamps")
                        .status())
                .isEqualTo(201);
        assertThat(planner.post("/api/v1/departments", lamps, "Idempotency-Key", "lamps")
                        .header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(planner.post(
                                "/api/v1/departments",
                                Map.of(
                                        "code", "lamp_office",
                                        "nameZh", "照明中心",
                                        "nameEn", "Lighting centre",
                                        "kind", "CENTRE",
                                        "validFrom", "2026-06-01T00:00:00Z"))
                        .status())
                .isEqualTo(201);
        assertThat(nameAt("2026-05-31T00:00:00Z")).isEqualTo("路灯所");
        assertThat(nameAt("2026-06-01T00:00:00Z")).isEqualTo("照明中心");
    }

    @Test
    void whatCannotBeADepartmentIsRefusedMemberByMember() {
        Answer refused = planner.post(
                "/api/v1/departments",
                Map.of("code", "No Word", "nameZh", "", "nameEn", "x", "mail", "nobody", "arriveMinutes", -5));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .contains("/code", "/nameZh", "/mail", "/arriveMinutes");
        assertThat(planner.post("/api/v1/departments", Map.of("code", "x1", "kind", "SHIP"))
                        .problem())
                .isEqualTo("department-not-acceptable");
    }

    private String nameAt(String at) {
        for (JsonNode found : planner.get("/api/v1/departments?at=" + at).json().path("items")) {
            if (found.path("code").asString().equals("lamp_office")) {
                return found.path("nameZh").asString();
            }
        }
        return null;
    }
}
