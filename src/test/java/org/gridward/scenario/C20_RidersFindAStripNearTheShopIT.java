package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.geodesy.LocalFrame;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fifty riders park anywhere before a shop. A strip beside a hedge, within 100 m and outside the fire lane, is planned for
 * them. Strip, hedge and lane are made up.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=C20")
class C20_RidersFindAStripNearTheShopIT {

    private static final double LON = 122.115;
    private static final double LAT = 30.015;

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    private TestApi dispatcher;
    private CampaignTown town;
    private Geometry lane;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        dispatcher = TestApi.of(context).as("dispatcher");
        town = new CampaignTown(dispatcher);
        lane = box(LON + 0.00055, LAT - 0.0006, LON + 0.00061, LAT + 0.0006);
        free(
                "free-ground",
                List.of(
                        grid("F1", box(LON + 0.0004, LAT + 0.0002, LON + 0.0009, LAT + 0.00025)),
                        grid("F2", box(LON - 0.0002, LAT - 0.0001, LON - 0.00019, LAT - 0.00009)),
                        grid("F3", box(LON + 0.002, LAT, LON + 0.003, LAT + 0.001))));
        free("fire-lane", List.of(grid("L1", lane)));
    }

    @Test
    void theStripLiesWithinAHundredMetresAndNotInTheFireLane() {
        JsonNode found = town.ok(
                        "/api/v1/free-ground",
                        Map.of("lon", LON, "lat", LAT, "withinMeters", 100, "lengthMeters", 12, "widthMeters", 2))
                .path("items");
        assertThat(found).as("on either side of the lane").hasSize(2);
        JsonNode strip = found.get(0);
        assertThat(strip.path("distanceMeters").asDouble()).isBetween(35.0, 60.0);
        Geometry shape = GeoJson.read(strip.path("geometry"), "", 1_000);
        assertThat(shape.intersects(lane)).isFalse();
        LocalFrame frame = LocalFrame.at(LON, LAT);
        for (org.locationtech.jts.geom.Coordinate corner : shape.getCoordinates()) {
            assertThat(frame.metersBetween(LON, LAT, corner.x, corner.y)).isLessThanOrEqualTo(100);
        }

        Map<?, ?> geometry = JsonMapper.shared().convertValue(strip.path("geometry"), Map.class);
        JsonNode project = town.open(
                "rider_parking",
                "骑手停车区",
                List.of(Map.of("ref", "绿篱旁", "geometry", geometry, "results", Map.of("bays", 50))),
                Map.of());
        JsonNode item = town.items(project.path("id").asString(), "").get(0);
        assertThat(item.path("state").asString()).isEqualTo("PLANNED");
        assertThat(item.path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(project.path("results").path("bays").asInt()).isEqualTo(50);
    }

    @Test
    void whatCannotBeLookedForIsSaid() {
        assertThat(dispatcher
                        .post("/api/v1/free-ground", Map.of("lon", 500, "lat", LAT))
                        .status())
                .isEqualTo(422);
        assertThat(dispatcher
                        .post(
                                "/api/v1/free-ground",
                                Map.of(
                                        "lon",
                                        LON,
                                        "lat",
                                        LAT,
                                        "withinMeters",
                                        100,
                                        "lengthMeters",
                                        1,
                                        "widthMeters",
                                        1,
                                        "freeLayer",
                                        "nothing"))
                        .problem())
                .isEqualTo("unknown-layer");
    }

    private void free(String code, List<NewGrid> grids) {
        if (map.find(code).isEmpty()) {
            layers.ensure(new Layer(code, LayerKind.FREE, Optional.empty(), code, code));
            editions.adopt(TestTown.edition(code, new ArrayList<>(grids)), "test");
        }
    }

    private static NewGrid grid(String code, Geometry shape) {
        return new NewGrid(code, code, code, Optional.empty(), OptionalInt.empty(), shape, Map.of());
    }

    private static Geometry box(double west, double south, double east, double north) {
        return GeoJson.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }
}
