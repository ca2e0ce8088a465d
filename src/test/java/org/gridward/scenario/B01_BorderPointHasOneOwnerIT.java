package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A spot on the line between two grids, and one where four meet, has exactly one owner, whichever way one asks. */
@GridwardIT
@TestPropertySource(properties = "own-database=B01")
class B01_BorderPointHasOneOwnerIT {

    private static final String WEST = TestTown.micro(0, 1);
    private static final String EAST = TestTown.micro(1, 1);
    private static final List<Double> ON_THE_BORDER = List.of(122.11, 30.015);
    private static final List<Double> IN_A_NODE = List.of(122.11, 30.01);

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

    @Test
    void theBorderBelongsToTheLowerCodeUntilADecisionGivesItToTheOther() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        planner = TestApi.of(context).as("planner");

        String lower = List.of(WEST, EAST).stream().sorted().findFirst().orElseThrow();
        String higher = lower.equals(WEST) ? EAST : WEST;
        assertThat(everyAnswer(ON_THE_BORDER)).containsOnly(lower);
        String node = everyAnswer(IN_A_NODE).get(0);
        assertThat(everyAnswer(IN_A_NODE)).containsOnly(node);
        everyPointCountsOnce();

        TestApi.Answer decided = planner.post(
                "/api/v1/layers/micro-grid/border-decisions",
                Map.of(
                        "gridCodes",
                        List.of(WEST, EAST),
                        "owner",
                        higher,
                        "reason",
                        "东侧网格清扫该路段",
                        "validFrom",
                        "2025-02-01T00:00:00Z"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);

        assertThat(everyAnswer(ON_THE_BORDER)).containsOnly(higher);
        assertThat(responsible(ON_THE_BORDER).path("borderDecision").asString())
                .isEqualTo(decided.json().path("id").asString());
        assertThat(responsible(ON_THE_BORDER, "&at=2025-01-15T00:00:00Z")
                        .path("gridCode")
                        .asString())
                .as("the decision began in February")
                .isEqualTo(lower);
        assertThat(everyAnswer(IN_A_NODE))
                .as("one owner still, and the same everywhere")
                .hasSize(3);
        assertThat(everyAnswer(IN_A_NODE).stream().distinct()).hasSize(1);
        everyPointCountsOnce();
    }

    /** By the question, by the join, by a report. */
    private List<String> everyAnswer(List<Double> at) {
        JsonNode joined = planner.post("/api/v1/locate", Map.of("layer", "micro-grid", "points", List.of(at)))
                .json();
        JsonNode report = planner.as("dispatcher")
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "边界上的报告",
                                "location", Map.of("lon", at.get(0), "lat", at.get(1))))
                .json();
        List<String> placed = report.path("matches")
                .valueStream()
                .filter(match -> match.path("layer").asString().equals("micro-grid"))
                .map(match -> match.path("gridCode").asString())
                .toList();
        assertThat(placed).hasSize(1);
        return List.of(
                responsible(at).path("gridCode").asString(),
                joined.path("gridCodes").get(0).asString(),
                placed.get(0));
    }

    private JsonNode responsible(List<Double> at, String... more) {
        JsonNode matches = planner.get("/api/v1/responsibility?layer=micro-grid&lon=" + at.get(0) + "&lat=" + at.get(1)
                        + String.join("", more))
                .json()
                .path("matches");
        assertThat(matches.size()).isEqualTo(1);
        return matches.get(0);
    }

    /** Every vertex, edge middle and centre of the town, once each. */
    private void everyPointCountsOnce() {
        List<List<Double>> points = new ArrayList<>();
        for (int x = 0; x <= 8; x++) {
            for (int y = 0; y <= 8; y++) {
                points.add(List.of((24420 + x) / 200.0, (6000 + y) / 200.0));
            }
        }
        JsonNode answer = planner.post("/api/v1/locate", Map.of("layer", "micro-grid", "points", points))
                .json();
        Map<String, Integer> counts = new TreeMap<>();
        answer.path("gridCodes").valueStream().forEach(code -> counts.merge(code.asString(), 1, Integer::sum));
        assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(points.size());
        assertThat(counts.keySet()).hasSize(16);
        assertThat(answer.path("receipt").path("in").asInt()).isEqualTo(points.size());
        assertThat(answer.path("receipt").path("placed").asInt()).isEqualTo(points.size());
    }
}
