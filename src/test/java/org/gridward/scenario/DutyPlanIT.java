package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
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

/** Who is on duty when: shifts, absences and deputies change who answers; titles and templates are data; all in two times. */
@GridwardIT
@TestPropertySource(properties = "own-database=DutyPlan")
class DutyPlanIT {

    /** A Wednesday: 12:00 and 23:00 in Shanghai. */
    private static final Instant NOON = Instant.parse("2026-03-04T04:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-03-04T15:00:00Z");

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
    void offShiftTheDeputyAnswersThenTheGridAboveThenTheDesk() {
        String micro = TestTown.micro(0, 3);
        String grid = "33099900100101";
        day("micro-grid", micro, "MICRO_GRID_HEAD");
        day("micro-grid", micro, "GRID_WORKER");
        assertThat(lead(0, 3, NOON).path("person").asString()).isEqualTo("微网格长 " + micro);
        JsonNode night = answer(0, 3, NIGHT);
        assertThat(night.path("lead").path("gridCode").asString()).isEqualTo(grid);
        assertThat(night.path("reasons").findValuesAsString("code"))
                .contains("off-shift", "no-team", "parent-grid", "lead");

        plan(
                "micro-grid",
                micro,
                "deputies",
                Map.of(
                        "role",
                        "MICRO_GRID_HEAD",
                        "label",
                        "微网格长 " + micro,
                        "deputyLayer",
                        "grid",
                        "deputyGrid",
                        grid,
                        "deputyRole",
                        "GRID_WORKER",
                        "deputyLabel",
                        "网格员 " + grid));
        JsonNode deputy = answer(0, 3, NIGHT);
        assertThat(deputy.path("lead").path("person").asString()).isEqualTo("网格员 " + grid);
        assertThat(deputy.path("lead").path("insteadOf").asString()).isEqualTo("微网格长 " + micro);
        assertThat(deputy.path("reasons").findValuesAsString("code")).contains("off-shift", "deputy");
        assertThat(lead(0, 3, NOON).path("insteadOf").isNull()).isTrue();

        day("grid", grid, "GRID_WORKER");
        day("grid", grid, "GRID_HEAD");
        day("grid", grid, "PART_TIME_GRID_WORKER");
        day("grid", grid, "GRID_ADVISER");
        JsonNode nobody = answer(0, 3, NIGHT);
        assertThat(nobody.path("lead").isNull()).isTrue();
        assertThat(nobody.path("reasons").findValuesAsString("code")).contains("no-team", "dispatch-desk");
        TestApi.Answer kept = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/teams/grid/" + grid + "/absences",
                        Map.of("role", "GRID_HEAD", "label", "网格长 " + grid, "reason", "LEAVE"));
        assertThat(kept.status()).isEqualTo(201);
        for (String role : List.of("GRID_WORKER", "PART_TIME_GRID_WORKER", "GRID_ADVISER")) {
            away("grid", grid, role);
        }
        away("micro-grid", micro, "MICRO_GRID_HEAD");
        away("micro-grid", micro, "GRID_WORKER");
        JsonNode taken = TestApi.of(context)
                .as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "x",
                                "location",
                                        Map.of(
                                                "lon", TestTown.lon(0) + 0.005,
                                                "lat", TestTown.lat(3) + 0.005)))
                .json();
        assertThat(taken.path("tasks").get(0).path("role").asString()).isEqualTo("DISPATCHER");
        assertThat(taken.path("tasks").get(0).path("person").asString()).isEqualTo("dispatcher");
        JsonNode stored = TestApi.of(context)
                .as("dispatcher")
                .get("/api/v1/teams/grid/" + grid + "/duty?at=" + NIGHT)
                .json();
        assertThat(stored.path("members").findValuesAsString("state")).containsOnly("ABSENT");
    }

    @Test
    void aNightRosterRotatesAndGoesOnPastMidnight() {
        String grid = "33099900100202";
        for (String label : List.of("夜班 甲", "夜班 乙", "夜班 丙")) {
            assertThat(planner.post(
                                    "/api/v1/teams/grid/" + grid + "/members",
                                    Map.of(
                                            "change",
                                            "APPOINT",
                                            "role",
                                            "NIGHT_DUTY",
                                            "labelZh",
                                            label,
                                            "labelEn",
                                            label))
                            .status())
                    .isEqualTo(201);
        }
        Map<String, Object> shift = new HashMap<>(Map.of(
                "code", "NIGHT",
                "nameZh", "夜班",
                "nameEn", "Night",
                "role", "NIGHT_DUTY",
                "labels", List.of("夜班 甲", "夜班 乙", "夜班 丙"),
                "rotation", "DAILY",
                "since", "2026-03-02",
                "starts", "18:00",
                "minutes", 840));
        plan("grid", grid, "shifts", shift);
        assertThat(onDuty(grid, "2026-03-02T23:30:00+08:00")).containsExactly("夜班 甲");
        assertThat(onDuty(grid, "2026-03-03T07:59:59+08:00"))
                .as("still the first night")
                .containsExactly("夜班 甲");
        assertThat(onDuty(grid, "2026-03-03T08:00:00+08:00")).isEmpty();
        assertThat(onDuty(grid, "2026-03-03T18:00:00+08:00")).containsExactly("夜班 乙");
        assertThat(onDuty(grid, "2026-03-05T20:00:00+08:00")).containsExactly("夜班 甲");

        shift.put("rotation", "MONTHLY");
        shift.put("code", "MONTH");
        shift.put("starts", "00:00");
        shift.put("minutes", 1440);
        Instant before = Instant.parse(planner.get("/api/v1/responsibility?lon=122.105&lat=30.005")
                .json()
                .path("knownAt")
                .asString());
        plan("grid", grid, "shifts", with(shift, "code", "NIGHT"));
        assertThat(onDuty(grid, "2026-03-15T12:00:00+08:00")).containsExactly("夜班 甲");
        assertThat(onDuty(grid, "2026-04-15T12:00:00+08:00")).containsExactly("夜班 乙");
        assertThat(onDuty(grid, "2026-03-15T12:00:00+08:00&knownAt=" + before))
                .as("as it was planned before the change")
                .isEmpty();
    }

    @Test
    void anAbsenceIsForItsPeriodAndKnownFromThenOn() {
        String micro = TestTown.micro(3, 3);
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        assertThat(dispatcher
                        .post(
                                "/api/v1/teams/micro-grid/" + micro + "/absences",
                                Map.of(
                                        "role", "MICRO_GRID_HEAD",
                                        "label", "微网格长 " + micro,
                                        "reason", "SICK",
                                        "validFrom", "2026-03-04T00:00:00Z",
                                        "validTo", "2026-03-06T00:00:00Z"))
                        .status())
                .isEqualTo(201);
        assertThat(lead(3, 3, NOON).path("role").asString())
                .as("the worker is next")
                .isEqualTo("GRID_WORKER");
        assertThat(answer(3, 3, NOON).path("reasons").findValuesAsString("code"))
                .contains("absent");
        assertThat(lead(3, 3, Instant.parse("2026-03-06T00:00:00Z"))
                        .path("role")
                        .asString())
                .isEqualTo("MICRO_GRID_HEAD");
        Answer refused = dispatcher.post(
                "/api/v1/teams/micro-grid/" + micro + "/absences",
                Map.of("role", "MICRO_GRID_HEAD", "label", "nobody", "reason", "BORED"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer")).contains("/label", "/reason");
    }

    private void day(String layer, String grid, String role) {
        plan(
                layer,
                grid,
                "shifts",
                Map.of(
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
                        600));
    }

    private void away(String layer, String grid, String role) {
        String label = planner.get("/api/v1/teams?grid=" + grid)
                .json()
                .path("items")
                .get(0)
                .path("members")
                .valueStream()
                .filter(member -> member.path("role").asString().equals(role))
                .map(member -> member.path("labelZh").asString())
                .findFirst()
                .orElseThrow();
        plan(layer, grid, "absences", Map.of("role", role, "label", label, "reason", "LEAVE"));
    }

    private void plan(String layer, String grid, String what, Map<String, Object> body) {
        Answer answer = planner.post("/api/v1/teams/" + layer + "/" + grid + "/" + what, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private JsonNode answer(int x, int y, Instant at) {
        return planner.get("/api/v1/responsibility?lon=" + (TestTown.lon(x) + 0.005) + "&lat="
                        + (TestTown.lat(y) + 0.005) + "&category=noise&at=" + at)
                .json();
    }

    private JsonNode lead(int x, int y, Instant at) {
        return answer(x, y, at).path("lead");
    }

    private List<String> onDuty(String grid, String at) {
        List<String> labels = new java.util.ArrayList<>();
        for (JsonNode member : planner.get("/api/v1/teams/grid/" + grid + "/duty?at=" + at.replace("+", "%2B"))
                .json()
                .path("members")) {
            if (member.path("role").asString().equals("NIGHT_DUTY")
                    && member.path("state").asString().equals("ON_DUTY")) {
                labels.add(member.path("label").asString());
            }
        }
        return labels;
    }
}
