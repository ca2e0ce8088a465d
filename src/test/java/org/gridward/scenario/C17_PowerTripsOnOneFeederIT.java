package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Several shops at the east gate lose power again and again: the same feeder, one parent case. */
@GridwardIT
@TestPropertySource(properties = "own-database=C17")
class C17_PowerTripsOnOneFeederIT {

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
    Places places;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isEmpty()) {
            TestTown.adopt(layers, editions, map);
            teams.load(TestTeams.all());
            places.load(List.of(
                            shop("SHOP-1", 122.1100, "F-7"),
                            shop("SHOP-2", 122.1120, "F-7"),
                            shop("SHOP-3", 122.1140, "F-7"),
                            shop("SHOP-9", 122.1101, "F-8"))
                    .iterator());
        }
    }

    @Test
    void theShopsOfOneFeederAreGatheredBelowOneParentAndHearWhatBecomesOfIt() {
        List<String> shops =
                Stream.of("SHOP-1", "SHOP-2", "SHOP-3").map(this::trip).toList();
        String other = trip("SHOP-9");

        JsonNode clusters = dispatcher
                .get("/api/v1/incidents/clusters?category=power_failure&hours=72&least=3")
                .json()
                .path("items");
        assertThat(clusters.size()).isEqualTo(1);
        assertThat(clusters.get(0).path("feeder").asString()).isEqualTo("F-7");
        List<String> found = clusters.get(0)
                .path("ids")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(found).containsExactlyElementsOf(shops).doesNotContain(other);

        String parent = dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "power_failure",
                                "description", "东门商铺线路反复跳闸，疑为埋地电缆断裂",
                                "channel", "VISIT",
                                "location",
                                        Map.of(
                                                "lon",
                                                        clusters.get(0)
                                                                .path("lon")
                                                                .asDouble(),
                                                "lat",
                                                        clusters.get(0)
                                                                .path("lat")
                                                                .asDouble()),
                                "answers", Map.of("scope", "MORE", "feeder", "F-7")))
                .json()
                .path("id")
                .asString();
        TestApi.Answer linked = dispatcher.post("/api/v1/incidents/" + parent + "/children", Map.of("children", found));
        assertThat(linked.status()).as(linked.body()).isEqualTo(201);
        JsonNode family =
                dispatcher.get("/api/v1/incidents/" + parent + "/children").json();
        assertThat(family.path("children").valueStream().map(child -> child.path("id")
                        .asString()))
                .containsExactlyInAnyOrderElementsOf(shops);
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + shops.get(0) + "/children")
                        .json()
                        .path("parent")
                        .path("id")
                        .asString())
                .isEqualTo(parent);
        assertThat(dispatcher
                        .post("/api/v1/incidents/" + other + "/children", Map.of("children", List.of(shops.get(0))))
                        .problem())
                .isEqualTo("cluster-taken");
        assertThat(dispatcher
                        .get("/api/v1/incidents/clusters?category=power_failure&least=3")
                        .json()
                        .path("items")
                        .size())
                .isZero();

        JsonNode triaged = TestLife.act(dispatcher, parent, "TRIAGE", "colour", "YELLOW", "reason", "商铺、物业与供电三方共同处理");
        assertThat(triaged.path("colour").asString()).isEqualTo("YELLOW");
        trafficIsLedAroundTheWorks();
        TestLife.close(dispatcher, parent);
        for (String shop : shops) {
            JsonNode child = TestLife.read(dispatcher, shop);
            assertThat(child.path("timeline").valueStream().map(row -> row.path("action")
                            .asString()))
                    .contains("LINKED", "PARENT_FINISH", "PARENT_FEEDBACK", "PARENT_CLOSE");
            assertThat(TestLife.close(dispatcher, shop).path("state").asString())
                    .isEqualTo("CLOSED");
        }
    }

    /** The day of the works: everyone behind a door in the polygon of the diversion is told, once. */
    private void trafficIsLedAroundTheWorks() {
        List<List<Double>> ring = List.of(
                List.of(122.1090, 30.0140),
                List.of(122.1150, 30.0140),
                List.of(122.1150, 30.0160),
                List.of(122.1090, 30.0160),
                List.of(122.1090, 30.0140));
        java.time.Instant day = java.time.Instant.now().plusSeconds(86_400);
        TestApi.Answer draft = dispatcher.post(
                "/api/v1/broadcasts",
                Map.of(
                        "titleZh",
                        "东门电缆施工，车辆绕行",
                        "textZh",
                        "明日更换埋地电缆，东门路段车辆请绕行北门。",
                        "validFrom",
                        day.toString(),
                        "validUntil",
                        day.plusSeconds(36_000).toString(),
                        "policy",
                        "AFFECTED",
                        "areas",
                        List.of(Map.of("type", "Polygon", "coordinates", List.of(ring)))));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(draft.json().path("receipt").path("doors").asInt()).isEqualTo(4);
        TestApi.Answer sent = dispatcher.post(
                "/api/v1/broadcasts/" + draft.json().path("id").asString() + "/send", "", "If-Match", "\"1\"");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.json().path("receipt").path("affected").asInt()).isEqualTo(4);
    }

    private String trip(String shop) {
        TestApi.Answer filed = dispatcher.post(
                "/api/v1/incidents",
                Map.of(
                        "category", "power_failure",
                        "description", "又跳闸了",
                        "channel", "VISIT",
                        "location", Map.of("placeCode", shop)));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        return filed.json().path("id").asString();
    }

    private static NewPlace shop(String code, double lon, String feeder) {
        return new NewPlace(code, "shop", "东门商铺" + code, code, lon, 30.015, Map.of("feeder", feeder));
    }
}
