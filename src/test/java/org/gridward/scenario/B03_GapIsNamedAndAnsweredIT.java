package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.border.RegisterDesk;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The town grows, its micro-grids do not: a report on the new ground is answered for, and the gap has a name till it closes. */
@GridwardIT
@TestPropertySource(properties = "own-database=B03")
class B03_GapIsNamedAndAnsweredIT {

    private static final String REGISTER = "/api/v1/layers/micro-grid/register";

    /** On the new ground of the northern grid of the east. */
    private static final double LON = 122.145;

    private static final double LAT = 30.025;

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
    RegisterDesk register;

    @Test
    void aReportInAGapIsLedByTheGridAboveAndTheGapIsNamedUntilAnEditionClosesIt() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        GrownTown town = new GrownTown(editions);
        TestApi planner = TestApi.of(context).as("planner");
        TestApi dispatcher = planner.as("dispatcher");
        register.catchUp();
        assertThat(planner.get(REGISTER).json().path("items")).isEmpty();

        Instant grown = Instant.now().minusSeconds(3_600);
        town.growAboveTheMicroGrids(grown);
        register.catchUp();

        JsonNode gap = north(planner);
        String id = gap.path("id").asString();
        assertThat(id).matches("gap-micro-grid-\\d{6}");
        assertThat(gap.path("state").asString()).isEqualTo("OPEN");
        assertThat(gap.path("parentCode").asString()).isEqualTo("33099900100201");
        assertThat(gap.path("inside")).isEmpty();
        assertThat(gap.path("around").valueStream().map(JsonNode::asString))
                .contains(TestTown.micro(3, 2), TestTown.micro(3, 3));
        assertThat(gap.path("cases").asInt()).isZero();

        JsonNode answer = dispatcher
                .get("/api/v1/responsibility?lon=" + LON + "&lat=" + LAT)
                .json();
        assertThat(answer.path("standing").asString()).isEqualTo("GAP");
        assertThat(answer.path("lead").path("gridCode").asString()).isEqualTo("33099900100201");
        assertThat(answer.path("face").path("id").asString()).isEqualTo(id);
        assertThat(answer.path("face").path("provisional").asBoolean()).isFalse();
        JsonNode ofOneLayer = dispatcher
                .get("/api/v1/responsibility?lon=" + LON + "&lat=" + LAT + "&layer=micro-grid")
                .json();
        assertThat(ofOneLayer.path("standing").asString()).isEqualTo("GAP");
        assertThat(ofOneLayer.path("face").path("id").asString()).isEqualTo(id);
        JsonNode reported = dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category",
                                "noise",
                                "description",
                                "new ground",
                                "location",
                                Map.of("lon", LON, "lat", LAT)))
                .json();
        assertThat(reported.path("lead").path("gridCode").asString())
                .as("the grid above answers meanwhile")
                .isEqualTo("33099900100201");
        assertThat(reported.path("decision").path("face").path("id").asString()).isEqualTo(id);
        assertThat(north(planner).path("cases").asInt()).isEqualTo(1);

        assignTheFix(planner, id);

        town.adopt("micro-grid", Instant.now().minusSeconds(60), town.allDrawn());
        register.catchUp();
        JsonNode fixed = planner.get(REGISTER + "/" + id).json();
        assertThat(fixed.path("state").asString()).isEqualTo("FIXED");
        assertThat(fixed.path("owner").path("team").asString()).isEqualTo("规划组");
        assertThat(fixed.path("history").valueStream().map(entry -> entry.path("change")
                        .asString()))
                .containsExactly("FOUND", "CHANGED", "FIXED");
        assertThat(planner.get(REGISTER).json().path("items")).isEmpty();
        assertThat(planner.get(REGISTER + "?state=FIXED")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(face -> face.path("id").asString()))
                .hasSize(2)
                .contains(id);
        assertThat(dispatcher
                        .get("/api/v1/responsibility?lon=" + LON + "&lat=" + LAT)
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("OWNED");
    }

    private static void assignTheFix(TestApi planner, String id) {
        TestApi.Answer read = planner.get(REGISTER + "/" + id);
        Map<String, Object> change = Map.of(
                "state", "IN_WORK", "owner", Map.of("team", "规划组", "role", "PLANNER"), "note", "draw the new squares");
        TestApi.Answer changed = patch(planner, id, change, read.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("state").asString()).isEqualTo("IN_WORK");
        assertThat(patch(planner, id, change, read.header("ETag")).status())
                .as("a stale version")
                .isEqualTo(412);
        JsonNode receipt = planner.get(REGISTER).json().path("receipt");
        double sum = receipt.path("ownedSquareMeters").asDouble()
                + receipt.path("gapSquareMeters").asDouble()
                + receipt.path("overlapSquareMeters").asDouble();
        double region = receipt.path("regionSquareMeters").asDouble();
        assertThat(sum).isCloseTo(region, within(region * 1e-6));
    }

    private static TestApi.Answer patch(TestApi planner, String id, Object body, String tag) {
        return planner.sendText(
                "PATCH",
                REGISTER + "/" + id,
                "application/json",
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body),
                "If-Match",
                tag);
    }

    private static JsonNode north(TestApi planner) {
        List<JsonNode> found = planner.get(REGISTER)
                .json()
                .path("items")
                .valueStream()
                .filter(face -> face.path("parentCode").asString("").equals("33099900100201"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
