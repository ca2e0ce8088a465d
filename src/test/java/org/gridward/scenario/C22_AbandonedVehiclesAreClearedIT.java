package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.Match;
import org.gridward.grid.NewGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** More than 80 abandoned vehicles of an underground park are notified, claimed, stored or cleared. */
@GridwardIT
@TestPropertySource(properties = "own-database=C22")
class C22_AbandonedVehiclesAreClearedIT {

    private static final int VEHICLES = 84;

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;
    private CampaignTown town;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        dispatcher = TestApi.of(context).as("dispatcher");
        town = new CampaignTown(dispatcher);
    }

    /** The garage below the ground is a polygon of a layer of its own; every vehicle of the batch stands in it. */
    private void theGarageHoldsThemAll(List<Map<String, Object>> vehicles) {
        layers.ensure(new Layer("underground", LayerKind.FREE, Optional.empty(), "地下空间", "Below the ground"));
        Geometry floor = new GeometryFactory().toGeometry(new Envelope(122.1105, 122.1130, 30.0105, 30.0115));
        editions.adopt(
                TestTown.edition(
                        "underground",
                        List.of(new NewGrid(
                                "GARAGE-1",
                                "平复苑地下车库",
                                "Underground garage",
                                Optional.empty(),
                                OptionalInt.empty(),
                                floor,
                                Map.of("level", -1)))),
                "test");
        for (Map<String, Object> vehicle : vehicles) {
            List<?> at = (List<?>) ((Map<?, ?>) vehicle.get("geometry")).get("coordinates");
            assertThat(map.locate((Double) at.get(0), (Double) at.get(1), Instant.now(), null).stream()
                            .map(Match::gridCode))
                    .contains("GARAGE-1");
        }
    }

    @Test
    void noVehicleIsClearedWhileItsOwnerMayClaimIt() {
        List<Map<String, Object>> vehicles = new ArrayList<>(CampaignTown.row("车", VEHICLES, 122.111, 30.011, 0.00003));
        theGarageHoldsThemAll(vehicles);
        String id = town.open("vehicle_clearance", "地下车库僵尸车", vehicles, Map.of())
                .path("id")
                .asString();
        List<JsonNode> items = town.items(id, "&state=NOTIFIED");
        assertThat(items).hasSize(VEHICLES);
        assertThat(items).allMatch(item -> item.path("ownerRights").asBoolean());
        List<String> ids = CampaignTown.ids(items);

        town.move(id, Map.of("to", "CLAIMED", "items", ids.subList(0, 10)));
        town.move(id, Map.of("from", "NOTIFIED", "to", "STORED", "note", "移至地面存放区"));
        JsonNode early = town.move(id, Map.of("from", "STORED", "to", "CLEARED"));
        assertThat(early.path("moved").asInt()).isZero();
        assertThat(early.path("refused")).hasSize(VEHICLES - 10);
        assertThat(early.path("refused").get(0).path("why").asString()).contains("may claim it until");
        assertThat(town.move(
                                id,
                                Map.of(
                                        "to",
                                        "CLEARED",
                                        "items",
                                        ids.subList(10, 12),
                                        "results",
                                        Map.of("ownerAgreed", true)))
                        .path("moved")
                        .asInt())
                .as("an owner who agrees needs no days")
                .isEqualTo(2);

        jdbc.sql("UPDATE campaign.items SET rights_until = now() - interval '1 minute' WHERE rights_until IS NOT NULL")
                .update();
        town.move(id, Map.of("to", "CLAIMED", "items", ids.subList(12, 13)));
        town.move(id, Map.of("from", "STORED", "to", "CLEARED", "note", "十一月联合清理"));
        JsonNode done = town.campaign(id);
        assertThat(done.path("states").path("CLAIMED").asInt()).isEqualTo(11);
        assertThat(done.path("states").path("CLEARED").asInt()).isEqualTo(73);
        assertThat(done.path("closed").asInt()).isEqualTo(VEHICLES).isGreaterThan(80);
        assertThat(done.path("stages").path("CLEARANCE").asInt()).isEqualTo(73);
        assertThat(town.items(id, ""))
                .noneMatch(item -> item.path("ownerRights").asBoolean());
        assertThat(dispatcher
                        .post("/api/v1/campaigns/" + id + "/items", Map.of("items", vehicles.subList(0, 1)))
                        .problem())
                .isEqualTo("item-there");
        assertThat(dispatcher
                        .post("/api/v1/campaigns/" + id + "/moves", Map.of("to", "CLEARED"))
                        .problem())
                .isEqualTo("nothing-named");
    }
}
