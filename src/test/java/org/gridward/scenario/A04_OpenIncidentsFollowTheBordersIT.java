package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=A04")
class A04_OpenIncidentsFollowTheBordersIT {

    /** In micro-grid (1, 1), whose ground becomes that of (0, 1). */
    private static final double MOVING_LON = 122.115;

    /** In micro-grid (2, 1), which stays as it is. */
    private static final double STAYING_LON = 122.125;

    private static final double LAT = 30.015;

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

    @Test
    void anOpenIncidentGoesToItsNewGridAndKeepsWhatWasDecided() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        String moving = report(dispatcher, MOVING_LON);
        String staying = report(dispatcher, STAYING_LON);
        String closed = report(dispatcher, MOVING_LON);
        String accepted = report(dispatcher, MOVING_LON);
        act(dispatcher, accepted, "ACCEPT", "\"1\"");
        TestLife.close(dispatcher, closed);

        editions.adopt(
                new AdoptEdition("micro-grid", Instant.now().minusSeconds(60), shifted(), Optional.empty(), "test"),
                "planner");

        JsonNode moved = dispatcher.get("/api/v1/incidents/" + moving).json();
        String before = TestTown.micro(1, 1);
        String after = TestTown.micro(0, 1);
        assertThat(moved.path("gridCode").asString()).isEqualTo(after);
        assertThat(moved.path("version").asInt()).isEqualTo(2);
        assertThat(moved.path("matches").valueStream().map(match -> match.path("gridCode")
                        .asString()))
                .contains(after)
                .doesNotContain(before);
        assertThat(moved.path("decision").path("lead").path("gridCode").asString())
                .isEqualTo(before);
        JsonNode entry = moved.path("timeline").get(moved.path("timeline").size() - 1);
        assertThat(entry.path("action").asString()).isEqualTo("REPLACE");
        assertThat(entry.path("detail").path("before").get(0).asString()).isEqualTo(before);
        assertThat(entry.path("detail").path("after").get(0).asString()).isEqualTo(after);
        assertThat(tasks(moved, "LEAD", "ASSIGNED")).containsExactly(after);
        assertThat(tasks(moved, "LEAD", "REPLACED")).containsExactly(before);

        assertThat(dispatcher
                        .get("/api/v1/incidents/" + staying)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        JsonNode handedOver = dispatcher.get("/api/v1/incidents/" + accepted).json();
        assertThat(handedOver.path("state").asString())
                .as("the new people have not accepted it yet")
                .isEqualTo("DISPATCHED");
        assertThat(tasks(handedOver, "LEAD", "ASSIGNED")).containsExactly(after);
        assertThat(act(dispatcher, accepted, "ACCEPT", handedOver.path("etag").asString("\"3\"")))
                .isEqualTo(200);

        JsonNode past = dispatcher.get("/api/v1/incidents/" + closed).json();
        assertThat(past.path("gridCode").asString()).isEqualTo(before);
    }

    private static int act(TestApi api, String id, String action, String tag) {
        return api.post("/api/v1/incidents/" + id + "/actions", Map.of("action", action), "If-Match", tag)
                .status();
    }

    private static String report(TestApi api, double lon) {
        return api.post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "测试用报告",
                                "location", Map.of("lon", lon, "lat", LAT)))
                .json()
                .path("id")
                .asString();
    }

    /** The micro-grids with the codes of columns 0 and 1 of row 1 exchanged, so that borders stay sound. */
    private static List<NewGrid> shifted() {
        List<NewGrid> grids = new ArrayList<>();
        String first = TestTown.micro(0, 1);
        String second = TestTown.micro(1, 1);
        for (NewGrid grid : TestTown.microGrids()) {
            if (grid.code().equals(first)) {
                grids.add(TestTown.grid(first, grid.parentCode().orElseThrow(), 1, 1, 1, 1));
            } else if (grid.code().equals(second)) {
                grids.add(TestTown.grid(second, grid.parentCode().orElseThrow(), 0, 1, 1, 1));
            } else {
                grids.add(grid);
            }
        }
        return grids;
    }

    private static List<String> tasks(JsonNode incident, String part, String state) {
        return incident.path("tasks")
                .valueStream()
                .filter(task -> task.path("part").asString().equals(part)
                        && task.path("state").asString().equals(state))
                .map(task -> task.path("gridCode").asString())
                .toList();
    }
}
