package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A site whose tenants failed at residents' complaints four times: whoever opens there next is told before the shop is open. */
@GridwardIT
@TestPropertySource(properties = "own-database=C21")
class C21_FourthRestaurantAtOneAddressIT {

    private static final List<String> DEPARTMENTS =
            List.of("market_supervision", "urban_enforcement", "ecology", "fire_rescue", "housing");

    @Autowired
    ApplicationContext context;

    private TestApi desk;

    @BeforeEach
    void town() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        desk = TestApi.of(context).as("dispatcher");
        Places places = context.getBean(Places.class);
        if (places.find("SHOP-1").isEmpty()) {
            places.create(new NewPlace("SHOP-1", "shop", "小面馆", "Noodle shop", 122.105, 30.025, Map.of()));
            places.create(new NewPlace("SHOP-2", "shop", "书店", "Bookshop", 122.115, 30.025, Map.of()));
            for (String category : List.of("cooking_fume", "noise", "cooking_fume", "dirty_water")) {
                complain(category, 122.10502, 30.02501);
            }
            complain("cooking_fume", 122.1062, 30.025);
            complain("water_leak", 122.105, 30.025);
        }
    }

    private void complain(String category, double lon, double lat) {
        assertThat(desk.post(
                                "/api/v1/incidents",
                                Map.of(
                                        "category",
                                        category,
                                        "description",
                                        "楼上居民反映",
                                        "location",
                                        Map.of("lon", lon, "lat", lat)))
                        .status())
                .isEqualTo(201);
    }

    private TestApi.Answer post(String path, Object body) {
        return desk.post("/api/v1/openings" + path, body);
    }

    @Test
    void theRiskIsFlaggedBeforeTheShopIsOpenAndFiveDepartmentsLookFirst() {
        JsonNode history = desk.get("/api/v1/places/SHOP-1/history").json();
        assertThat(history.path("items")).hasSize(4);
        assertThat(history.path("risk").asBoolean()).isTrue();

        TestApi.Answer registered = post("", Map.of("placeCode", "SHOP-1"));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        JsonNode opening = registered.json();
        String id = "/" + opening.path("id").asString();
        assertThat(opening.path("state").asString()).isEqualTo("REGISTERED");
        assertThat(opening.path("risk").asBoolean()).isTrue();
        assertThat(opening.path("cases")).hasSize(4);
        assertThat(opening.path("checks")).hasSize(5);
        assertThat(post("", Map.of("placeCode", "SHOP-1")).status()).isEqualTo(409);

        assertThat(post(id + "/open", Map.of()).problem()).isEqualTo("version-missing");
        assertThat(change(id, "/open", Map.of()).status()).isEqualTo(409);
        assertThat(change(id, "/card", Map.of()).json().path("detail").asString())
                .contains("ecology");
        for (String department : DEPARTMENTS) {
            boolean fumes = department.equals("ecology");
            Map<String, Object> found = fumes
                    ? Map.of("department", department, "result", "CONDITION", "note", "烟道改到无住户一侧")
                    : Map.of("department", department, "result", "PASSED");
            assertThat(change(id, "/checks", found).status()).isEqualTo(200);
        }
        JsonNode card = change(id, "/card", Map.of()).json();
        assertThat(card.path("state").asString()).isEqualTo("CARD_ISSUED");
        assertThat(card.path("card").asString()).startsWith("CARD-");
        assertThat(desk.post(
                                "/api/v1/openings" + id + "/open",
                                Map.of(),
                                "If-Match",
                                opening.path("etag").asString())
                        .problem())
                .isEqualTo("stale-opening");
        JsonNode open = change(id, "/open", Map.of()).json();
        assertThat(open.path("state").asString()).isEqualTo("OPEN");
        assertThat(open.path("openedAt").asString())
                .isGreaterThan(open.path("registeredAt").asString());
        assertThat(change(id, "/checks", Map.of("department", "housing", "result", "PASSED"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDepartmentThatRefusesHoldsTheCardBackAndACleanHistoryIsNoRisk() {
        JsonNode opening = post("", Map.of("placeCode", "SHOP-2")).json();
        String id = "/" + opening.path("id").asString();
        assertThat(opening.path("risk").asBoolean()).isFalse();
        for (String department : DEPARTMENTS) {
            change(id, "/checks", Map.of("department", department, "result", "PASSED"));
        }
        assertThat(change(id, "/checks", Map.of("department", "fire_rescue", "result", "REFUSED"))
                        .status())
                .isEqualTo(422);
        change(id, "/checks", Map.of("department", "fire_rescue", "result", "REFUSED", "note", "疏散通道堵塞"));
        assertThat(change(id, "/card", Map.of()).json().path("detail").asString())
                .contains("fire_rescue");
        assertThat(change(id, "/checks", Map.of("department", "no_such", "result", "PASSED"))
                        .status())
                .isEqualTo(422);
        assertThat(post("", Map.of("placeCode", "NO-SHOP")).status()).isEqualTo(404);
    }

    private TestApi.Answer change(String id, String what, Map<String, Object> body) {
        String path = "/api/v1/openings" + id;
        return desk.post(path + what, body, "If-Match", desk.get(path).header("ETag"));
    }
}
