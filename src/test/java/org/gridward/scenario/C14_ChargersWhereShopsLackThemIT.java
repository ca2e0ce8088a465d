package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A shop charges an e-bike under a pot lid. Where do shops have no charging point within 60 m, and what do 92 points change?
 * 120 shops in the test town, 28 of them beside one of four piles, are made up.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=C14")
class C14_ChargersWhereShopsLackThemIT {

    private static final String QUESTION = "/api/v1/place-coverage?of=shop&by=charging-pile&meters=60";

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Places places;

    private CampaignTown town;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        town = new CampaignTown(TestApi.of(context).as("dispatcher"));
        List<NewPlace> made = new ArrayList<>();
        for (int i = 0; i < 92; i++) {
            made.add(place("SHOP-A" + i, "shop", 122.111 + i % 10 * 0.0008, 30.011 + i / 10 * 0.0008));
        }
        for (int i = 0; i < 28; i++) {
            made.add(place("SHOP-B" + i, "shop", 122.131 + i / 7 * 0.001 + i % 7 * 0.00002, 30.031));
        }
        for (int i = 0; i < 4; i++) {
            made.add(place("PILE-" + i, "charging-pile", 122.131 + i * 0.001, 30.0312));
        }
        places.load(made.iterator());
    }

    @Test
    void ninetyTwoPointsBringEveryShopWithinReach() {
        JsonNode before = town.get(QUESTION + "&limit=10000");
        assertThat(before.path("places").asInt()).isEqualTo(120);
        assertThat(before.path("covered").asInt()).isEqualTo(28);
        assertThat(before.path("items")).hasSize(92);
        String grid = TestTown.micro(1, 1);
        assertThat(town.get(QUESTION + "&layer=micro-grid&grid=" + grid)
                        .path("places")
                        .asInt())
                .isBetween(80, 92);

        JsonNode sites = town.get("/api/v1/place-coverage/sites?of=shop&by=charging-pile&meters=60&most=200")
                .path("items");
        assertThat(sites).hasSize(92);
        List<Map<String, Object>> points = sites.valueStream()
                .map(site -> CampaignTown.item(
                        "点位-" + site.path("ref").asString(),
                        site.path("lon").asDouble(),
                        site.path("lat").asDouble()))
                .toList();
        String id = town.open("charging_points", "听潮街区充电补点", points, Map.of())
                .path("id")
                .asString();

        JsonNode planned = town.get(QUESTION + "&campaign=" + id);
        assertThat(planned.path("share").asDouble()).isLessThan(0.25);
        assertThat(planned.path("shareWithPlanned").asDouble()).isEqualTo(1);

        town.move(id, Map.of("from", "PLANNED", "to", "AGREED"));
        town.move(id, Map.of("from", "AGREED", "to", "BUILT", "results", Map.of("ports", 10)));
        JsonNode after = town.get(QUESTION);
        assertThat(after.path("covered").asInt()).isEqualTo(120);
        assertThat(after.path("share").asDouble()).isEqualTo(1);
        assertThat(town.campaign(id).path("results").path("ports").asInt()).isEqualTo(920);
        String pile = town.items(id, "").get(0).path("placeCode").asString();
        assertThat(town.get("/api/v1/places/" + pile).toString()).contains("charging-pile");
    }

    private static NewPlace place(String code, String kind, double lon, double lat) {
        return new NewPlace(code, kind, code, code, lon, lat, Map.of());
    }
}
