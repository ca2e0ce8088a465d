package org.gridward.dispatch.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.NewMember;
import org.gridward.responsibility.NewTeam;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Nobody of a kind in a grid until …: foreseen from the plan, told once when it opens and once when it is filled. */
@GridwardIT
@TestPropertySource(properties = "own-database=Voids")
class VoidsIT {

    private static final String GRID = "33099900100101";
    private static final String OTHER = "33099900100102";

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

    @Autowired
    VoidWatch watch;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;

    @BeforeEach
    void town() {
        planner = TestApi.of(context).as("planner");
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        TestTown.adopt(layers, editions, map);
        List<NewTeam> all = new ArrayList<>();
        for (String grid : List.of(GRID, OTHER, "33099900100201", "33099900100202")) {
            all.add(new NewTeam(
                    "grid",
                    grid,
                    "1+3+N",
                    "队 " + grid,
                    "Team " + grid,
                    List.of(
                            member("GRID_HEAD", "长"),
                            member("GRID_WORKER", "员"),
                            member("PART_TIME_GRID_WORKER", "兼"),
                            member("GRID_ADVISER", "导")),
                    List.of()));
        }
        teams.load(all);
    }

    @Test
    void foreseesTheHoursWithoutAWorkerFromTheShifts() {
        Map<String, Object> day = Map.of(
                "code",
                "DAY",
                "nameZh",
                "白班",
                "nameEn",
                "Day",
                "role",
                "GRID_WORKER",
                "starts",
                "08:00",
                "minutes",
                600);
        ok(planner.post("/api/v1/teams/grid/" + GRID + "/shifts", day));
        Answer rule = ok(planner.post("/api/v1/cover-rules", Map.of("layer", "grid", "role", "GRID_WORKER")));
        JsonNode found = voids("2026-03-04T12:00:00%2B08:00");
        assertThat(found.size()).isEqualTo(1);
        JsonNode one = found.get(0);
        assertThat(one.path("gridCode").asString()).isEqualTo(GRID);
        assertThat(one.path("from").asString()).as("18:00 in Shanghai").isEqualTo("2026-03-04T10:00:00Z");
        assertThat(one.path("until").asString()).as("08:00 the next day").isEqualTo("2026-03-05T00:00:00Z");
        assertThat(one.path("now").asBoolean()).isFalse();
        assertThat(one.path("reasons").get(0).asString()).isEqualTo("OFF_SHIFT");
        JsonNode night = voids("2026-03-04T23:00:00%2B08:00");
        assertThat(night.get(0).path("now").asBoolean()).isTrue();
        assertThat(night.get(0).path("until").asString()).isEqualTo("2026-03-05T00:00:00Z");

        ok(planner.post(
                "/api/v1/teams/grid/" + GRID + "/deputies",
                Map.of(
                        "role",
                        "GRID_WORKER",
                        "label",
                        "员",
                        "deputyGrid",
                        OTHER,
                        "deputyRole",
                        "GRID_WORKER",
                        "deputyLabel",
                        "员")));
        assertThat(voids("2026-03-04T23:00:00%2B08:00").size())
                .as("a deputy stands in")
                .isZero();
        end(rule);
        assertThat(voids("2026-03-04T23:00:00%2B08:00").size()).isZero();
    }

    @Test
    void tellsAVoidOnceWhenItOpensAndOnceWhenItIsFilled() {
        Answer rule = ok(planner.post(
                "/api/v1/cover-rules", Map.of("layer", "grid", "gridCode", OTHER, "role", "GRID_ADVISER")));
        watch.sweep();
        assertThat(told("VoidOpened")).isZero();
        Map<String, Object> away = new java.util.HashMap<>(Map.of(
                "role", "GRID_ADVISER",
                "label", "导",
                "reason", "SICK",
                "validFrom", Instant.now().minus(1, ChronoUnit.HOURS).toString(),
                "validTo",
                        Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(3, ChronoUnit.HOURS)
                                .toString()));
        ok(planner.post("/api/v1/teams/grid/" + OTHER + "/absences", away));
        watch.sweep();
        watch.sweep();
        assertThat(told("VoidOpened")).isEqualTo(1);
        JsonNode now = planner.get("/api/v1/voids").json().path("items").get(0);
        assertThat(now.path("now").asBoolean()).isTrue();
        assertThat(now.path("reasons").get(0).asString()).isEqualTo("ABSENT");
        assertThat(now.path("until").asString()).isEqualTo(away.get("validTo"));
        away.put("cancelled", true);
        ok(planner.post("/api/v1/teams/grid/" + OTHER + "/absences", away));
        watch.sweep();
        watch.sweep();
        assertThat(told("VoidFilled")).isEqualTo(1);
        assertThat(told("VoidOpened")).isEqualTo(1);
        end(rule);
    }

    @Test
    void countsUnitsOfAKindByTheirNewestPositions() {
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        Answer rule = ok(planner.post(
                "/api/v1/cover-rules", Map.of("layer", "grid", "gridCode", "33099900100202", "unitKind", "vehicle")));
        assertThat(reason()).isEqualTo("NO_UNIT");
        assertThat(voids("2026-03-04T12:00:00%2B08:00").size())
                .as("where units were then is not known here, so nothing is said")
                .isZero();
        dispatcher.send(
                "PUT", "/api/v1/units/CAR", "{\"kind\":\"vehicle\"}".getBytes(), "Content-Type", "application/json");
        stand(dispatcher, Instant.now().minusSeconds(4_000));
        assertThat(reason()).isEqualTo("POSITIONS_TOO_OLD");
        stand(dispatcher, Instant.now().minusSeconds(30));
        assertThat(planner.get("/api/v1/voids").json().path("items").size()).isZero();
        end(rule);
    }

    @Test
    void aRuleThatAsksForNothingIsRefused() {
        Answer refused = planner.post(
                "/api/v1/cover-rules",
                Map.of(
                        "layer",
                        "grid",
                        "role",
                        "x",
                        "unitKind",
                        "balloon",
                        "least",
                        0,
                        "minutes",
                        0,
                        "gridCode",
                        "no"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .contains("/role", "/unitKind", "/least", "/minutes", "/gridCode");
        assertThat(planner.get("/api/v1/voids?hours=0").status()).isEqualTo(400);
    }

    private static void stand(TestApi api, Instant at) {
        ok(api.post(
                "/api/v1/tracks",
                Map.of(
                        "unit",
                        "CAR",
                        "points",
                        List.of(Map.of(
                                "t", at.toString(), "lon", TestTown.lon(2) + 0.005, "lat", TestTown.lat(0) + 0.005)))));
    }

    private String reason() {
        return planner.get("/api/v1/voids")
                .json()
                .path("items")
                .get(0)
                .path("reasons")
                .get(0)
                .asString();
    }

    private long told(String type) {
        return jdbc.sql("SELECT (SELECT count(*) FROM platform.outbox WHERE type = :type)"
                        + " + (SELECT count(*) FROM console.stream_events WHERE type = :type)")
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private JsonNode voids(String at) {
        return planner.get("/api/v1/voids?layer=grid&at=" + at).json().path("items");
    }

    private static NewMember member(String role, String label) {
        return new NewMember(role, label, label, null, null, null, null);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }

    private void end(Answer rule) {
        String path = "/api/v1/cover-rules/" + rule.json().path("id").asString() + "/end";
        assertThat(planner.post(path, Map.of()).problem()).isEqualTo("version-missing");
        assertThat(planner.post(path, Map.of(), "If-Match", "\"9\"").problem()).isEqualTo("stale-cover-rule");
        assertThat(planner.post(
                                path,
                                Map.of(),
                                "If-Match",
                                rule.json().path("etag").asString())
                        .status())
                .isEqualTo(204);
        assertThat(planner.post(path, Map.of(), "If-Match", "*").status()).isEqualTo(404);
    }
}
