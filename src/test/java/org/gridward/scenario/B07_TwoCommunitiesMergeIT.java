package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.geometry.Fault;
import org.gridward.geometry.FaultKind;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Two communities become one, with a new code, and so do all codes below: nothing of before is lost or mixed up. */
@GridwardIT
@TestPropertySource(properties = "own-database=B07")
class B07_TwoCommunitiesMergeIT {

    private static final String WEST = "330999001001";
    private static final String EAST = "330999001002";
    private static final String MERGED = "330999001601";

    private final Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);

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
    void theMergerIsLineageAndNoLoss() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        planner = TestApi.of(context).as("planner");
        JsonNode before = ask(null);

        AdoptEdition community = edition("community", List.of(TestTown.grid(MERGED, "330999001", 0, 0, 4, 4)));
        Map<String, List<Fault>> children = editions.children(community);
        assertThat(children.get("grid"))
                .as("the grids below are named: their communities are no more")
                .extracting(Fault::kind)
                .contains(FaultKind.MISSING_PARENT);
        editions.adopt(community, "planner");
        editions.adopt(edition("grid", grids()), "planner");
        editions.adopt(edition("micro-grid", microGrids()), "planner");

        JsonNode merge = lineage("community").get(0);
        assertThat(merge.path("kind").asString()).isEqualTo("MERGE");
        assertThat(merge.path("from").toString()).isEqualTo("[\"" + WEST + "\",\"" + EAST + "\"]");
        assertThat(merge.path("to").toString()).isEqualTo("[\"" + MERGED + "\"]");
        assertThat(merge.path("flows").valueStream().map(flow -> flow.path("shareOfFrom")
                        .asDouble()))
                .as("all of both")
                .allSatisfy(share -> assertThat(share).isEqualTo(1, within(1e-9)));
        assertThat(merge.path("flows")
                        .valueStream()
                        .mapToDouble(flow -> flow.path("shareOfTo").asDouble())
                        .sum())
                .isEqualTo(1, within(1e-9));
        assertThat(lineage("micro-grid").stream().map(step -> step.path("kind").asString()))
                .as("the same ground under new codes")
                .hasSize(16)
                .containsOnly("RENAME");

        oldCodesAnswer();
        oldCodesAreNotUsedAgain();
        theDayBeforeIsAnsweredAsItWas(before);
    }

    private void oldCodesAnswer() {
        JsonNode history = planner.get("/api/v1/grids/" + WEST + "/history").json();
        assertThat(history.path("versions").size()).isEqualTo(1);
        assertThat(history.path("versions").get(0).path("validUntil").asString())
                .isEqualTo(then.toString());
        assertThat(history.path("heirs").toString()).isEqualTo("[\"" + MERGED + "\"]");
        assertThat(planner.get("/api/v1/grids/" + MERGED + "/history")
                        .json()
                        .path("ancestors")
                        .toString())
                .isEqualTo("[\"" + WEST + "\",\"" + EAST + "\"]");
        for (String code : List.of(WEST, EAST, MERGED)) {
            for (Instant at : List.of(TestTown.VALID_FROM, then.minusSeconds(1), then, Instant.now())) {
                JsonNode grids = planner.get("/api/v1/layers/community/grids?at=" + at)
                        .json()
                        .path("features");
                assertThat(grids.valueStream()
                                .filter(grid -> grid.path("id").asString().equals(code)))
                        .as("%s at %s", code, at)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private void oldCodesAreNotUsedAgain() {
        AdoptEdition again = new AdoptEdition(
                "community",
                then.plus(1, ChronoUnit.HOURS),
                List.of(TestTown.grid(MERGED, "330999001", 0, 0, 3, 4), TestTown.grid(EAST, "330999001", 3, 0, 1, 4)),
                Optional.empty(),
                "test");
        assertThatThrownBy(() -> editions.adopt(again, "planner")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.entries().get(0).more()).containsEntry("kind", FaultKind.CODE_REUSED);
            assertThat(problem.entries().get(0).message()).contains(EAST, then.toString());
        });
    }

    private void theDayBeforeIsAnsweredAsItWas(JsonNode before) {
        JsonNode asked = ask(then.minusSeconds(60));
        assertThat(codes(asked)).isEqualTo(codes(before));
        assertThat(codes(asked)).contains(WEST, TestTown.micro(1, 1));
        assertThat(asked.path("lead")).as("by the people of that day").isEqualTo(before.path("lead"));
        assertThat(asked.path("lead").isNull()).isFalse();
        assertThat(codes(ask(null))).contains(MERGED).doesNotContain(WEST, TestTown.micro(1, 1));
    }

    private JsonNode ask(Instant at) {
        return planner.get("/api/v1/responsibility?lon=122.115&lat=30.015" + (at == null ? "" : "&at=" + at))
                .json();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("matches")
                .valueStream()
                .map(match -> match.path("gridCode").asString())
                .toList();
    }

    private List<JsonNode> lineage(String layer) {
        return planner.get("/api/v1/layers/" + layer + "/lineage?from=" + then)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private AdoptEdition edition(String layer, List<NewGrid> grids) {
        return new AdoptEdition(layer, then, grids, Optional.empty(), "merger decree");
    }

    private static List<NewGrid> grids() {
        return List.of(
                TestTown.grid(MERGED + "01", MERGED, 0, 2, 2, 2),
                TestTown.grid(MERGED + "02", MERGED, 0, 0, 2, 2),
                TestTown.grid(MERGED + "03", MERGED, 2, 2, 2, 2),
                TestTown.grid(MERGED + "04", MERGED, 2, 0, 2, 2));
    }

    /** The same sixteen squares, numbered anew below the merged community. */
    private static List<NewGrid> microGrids() {
        List<NewGrid> grids = new ArrayList<>();
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                String parent = MERGED + "0" + (1 + (x < 2 ? 0 : 2) + (y < 2 ? 1 : 0));
                String code = MERGED + "%03d".formatted((3 - y) * 4 + x + 1);
                grids.add(TestTown.grid(code, parent, x, y, 1, 1));
            }
        }
        return grids;
    }
}
