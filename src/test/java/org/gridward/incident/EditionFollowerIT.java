package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=EditionFollowerIT")
class EditionFollowerIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    EditionFollower follower;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        api = TestApi.of(context).as("dispatcher");
    }

    @Test
    void leavesAnIncidentAloneWhoseErrorDiscLiesInSeveralGrids() {
        String id = report(Map.of("lon", TestTown.lon(1) + 0.0001, "lat", 30.015, "accuracyMeters", 100));
        JsonNode before = api.get("/api/v1/incidents/" + id).json();
        assertThat(microGrids(before)).containsExactlyInAnyOrder(TestTown.micro(0, 1), TestTown.micro(1, 1));

        editions.adopt(
                new AdoptEdition(
                        "micro-grid",
                        Instant.now().minusSeconds(1),
                        TestTown.microGrids(),
                        Optional.empty(),
                        "the same borders again"),
                "test");
        follower.look();

        JsonNode after = api.get("/api/v1/incidents/" + id).json();
        assertThat(microGrids(after)).isEqualTo(microGrids(before));
        assertThat(after.path("timeline").findValuesAsString("action")).doesNotContain("REPLACE");
    }

    @Test
    void findsReportsThatWereOnTheirWayWhenTheEditionCameIntoForce() {
        adoptBeats("beat-late", "A", "B");
        follower.look();
        String id = report(Map.of("lon", 122.105, "lat", 30.005));
        // What another server stores that has not yet heard of the edition.
        jdbc.sql("""
                        UPDATE incident.incident_grids SET grid_code = 'B', edition = 'the one before'
                        WHERE incident_id = CAST(:id AS uuid) AND layer = 'beat-late'""").param("id", id).update();

        follower.look();

        JsonNode after = api.get("/api/v1/incidents/" + id).json();
        assertThat(after.path("matches")
                        .valueStream()
                        .filter(match -> match.path("layer").asString().equals("beat-late"))
                        .map(match -> match.path("gridCode").asString()))
                .containsExactly("A");
    }

    private void adoptBeats(String layer, String west, String east) {
        layers.ensure(new Layer(layer, LayerKind.PARTITION, Optional.empty(), "警务区", "Beat"));
        editions.adopt(
                new AdoptEdition(
                        layer,
                        Instant.now().minusSeconds(1),
                        List.of(TestTown.grid(west, null, 0, 0, 2, 4), TestTown.grid(east, null, 2, 0, 2, 4)),
                        Optional.empty(),
                        "test"),
                "test");
    }

    private String report(Map<String, Object> location) {
        return api.post("/api/v1/incidents", Map.of("category", "noise", "description", "测试用报告", "location", location))
                .json()
                .path("id")
                .asString();
    }

    private static List<String> microGrids(JsonNode incident) {
        return incident.path("matches")
                .valueStream()
                .filter(match -> match.path("layer").asString().equals("micro-grid"))
                .map(match -> match.path("gridCode").asString())
                .toList();
    }
}
