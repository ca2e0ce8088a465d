package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Before a report is filed: what may be the same matter, likeliest first, each with reasons. */
@GridwardIT
@TestPropertySource(properties = "own-database=twins")
class DuplicatesIT {

    /** About eleven metres of latitude. */
    private static final double STEP = 0.0001;

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

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isEmpty()) {
            TestTown.adopt(layers, editions, map);
            jdbc.sql(
                            "INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES ('street',"
                                    + " 'main', 4, 10, '文涵路', '', ST_SetSRID(ST_MakeLine(ST_MakePoint(122.10, 30.0050),"
                                    + " ST_MakePoint(122.14, 30.0050)), 4326))")
                    .update();
            places.load(List.of(lamp("LP-1", 122.1200), lamp("LP-2", 122.1201)).iterator());
        }
    }

    @Test
    void aReportOfTheSameSideIsATwinAndOneFromAcrossTheStreetIsHardlyOne() {
        String same = file("illegal_parking", Map.of("lon", 122.1100, "lat", 30.0050 + STEP))
                .path("id")
                .asString();
        String across = file("illegal_parking", Map.of("lon", 122.1100, "lat", 30.0050 - STEP))
                .path("id")
                .asString();
        JsonNode twins = dispatcher
                .get("/api/v1/incidents/duplicates?category=illegal_parking&lon=122.11005&lat="
                        + (30.0050 + 1.5 * STEP))
                .json();
        List<String> ids = texts(twins.path("items"), "id");
        assertThat(ids).startsWith(same);
        JsonNode best = twins.path("items").get(0);
        assertThat(texts(best.path("reasons"), "code")).contains("SAME_CATEGORY", "DISTANCE", "SAME_SIDE", "HOURS_AGO");
        assertThat(best.path("distanceMeters").asDouble()).isBetween(4.0, 9.0);
        int at = ids.indexOf(across);
        assertThat(at).isPositive();
        assertThat(texts(twins.path("items").get(at).path("reasons"), "code")).contains("OTHER_SIDE");
        assertThat(twins.path("items").get(at).path("score").asDouble()).isLessThanOrEqualTo(0.3);
    }

    @Test
    void aBlurredPositionSaysNothingOfTheSide() {
        file("street_occupation", Map.of("lon", 122.1300, "lat", 30.0050 - STEP));
        JsonNode twins = dispatcher
                .get("/api/v1/incidents/duplicates?category=street_occupation&lon=122.13&lat=" + (30.0050 + STEP)
                        + "&accuracyMeters=60")
                .json();
        assertThat(texts(twins.path("items").get(0).path("reasons"), "code")).contains("SIDE_UNKNOWN");
    }

    @Test
    void theSameLampPostIsATwinTheNextOneIsNot() {
        file("street_lamp", Map.of("lampPost", "LP-1"));
        JsonNode same = draft("street_lamp", Map.of("lampPost", "LP-1"));
        JsonNode next = draft("street_lamp", Map.of("lampPost", "LP-2"));
        assertThat(texts(same.path("items").get(0).path("reasons"), "code")).contains("SAME_THING");
        assertThat(same.path("items").get(0).path("score").asDouble()).isGreaterThan(0.8);
        assertThat(next.path("items").get(0).path("score").asDouble()).isLessThanOrEqualTo(0.3);
        assertThat(texts(next.path("items").get(0).path("reasons"), "code")).contains("OTHER_THING");
    }

    @Test
    void oneFamilyCountsAndAnotherDoesNot() {
        String burst = file("pipe_burst", Map.of("lon", 122.1350, "lat", 30.0250))
                .path("id")
                .asString();
        JsonNode leak = draft("flooding", Map.of("lon", 122.1351, "lat", 30.0250));
        assertThat(texts(leak.path("items"), "id")).contains(burst);
        assertThat(texts(leak.path("items").get(0).path("reasons"), "code")).contains("SAME_FAMILY");
        assertThat(draft("noise", Map.of("lon", 122.1351, "lat", 30.0250))
                        .path("items")
                        .size())
                .isZero();
        assertThat(draft("flooding", Map.of("lon", 122.1050, "lat", 30.0250))
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aDraftThatCouldNotBeFiledIsRefusedTheSameWay() {
        assertThat(dispatcher
                        .get("/api/v1/incidents/duplicates?category=volcano&lon=122.11&lat=30.01")
                        .problem())
                .isEqualTo("unknown-category");
        assertThat(dispatcher.get("/api/v1/incidents/duplicates?category=noise").problem())
                .isEqualTo("location-form");
        assertThat(dispatcher
                        .get("/api/v1/incidents/duplicates?category=noise&lon=1&lat=1")
                        .problem())
                .isEqualTo("outside-jurisdiction");
    }

    @Test
    void aPlaceWhereTheSameComesAgainIsCountedAndWarnedOf() {
        Map<String, Object> door = Map.of("lon", 122.1150, "lat", 30.0150);
        JsonNode first = file("neighbour_dispute", door);
        file("neighbour_dispute", Map.of("lon", 122.1150 + STEP, "lat", 30.0150));
        file("neighbour_dispute", Map.of("lon", 122.1150 + 12 * STEP, "lat", 30.0150));
        file("noise", door);
        String path = "/api/v1/repeat-places?category=neighbour_dispute";
        assertThat(dispatcher.get(path).json().path("items")).isEmpty();
        JsonNode third = file("neighbour_dispute", Map.of("lon", 122.1150, "lat", 30.0150 + STEP));
        JsonNode before = repeats(third);
        assertThat(before.path("count").asInt()).isEqualTo(2);
        assertThat(before.path("days").asInt()).isEqualTo(90);
        assertThat(texts(before.path("cases"), "id")).contains(first.path("id").asString());
        assertThat(repeats(first).path("count").asInt()).isZero();
        JsonNode place = dispatcher.get(path).json().path("items").get(0);
        assertThat(place.path("count").asInt()).isEqualTo(3);
        assertThat(place.path("open").asInt()).isEqualTo(3);
        assertThat(place.path("latest")).isEqualTo(third.path("id"));
        assertThat(place.path("spreadMeters").asDouble()).isBetween(3.0, 15.0);
        assertThat(dispatcher.get(path + "&least=4").json().path("items")).isEmpty();

        jdbc.sql("UPDATE incident.incidents SET reported_at = reported_at - interval '91 days' WHERE id = ?::uuid")
                .param(first.path("id").asString())
                .update();
        assertThat(repeats(third).path("count").asInt()).isEqualTo(1);
        assertThat(dispatcher.get(path).json().path("items")).isEmpty();
        assertThat(dispatcher.get(path + "&days=100").json().path("items")).hasSize(1);
        assertThat(dispatcher.get(path + "&days=0").status()).isEqualTo(400);
        assertThat(dispatcher.get(path + "&least=1").status()).isEqualTo(400);
        assertThat(dispatcher.get("/api/v1/repeat-places?category=nothing").status())
                .isIn(404, 422);
    }

    private JsonNode repeats(JsonNode incident) {
        return dispatcher
                .get("/api/v1/incidents/" + incident.path("id").asString())
                .json()
                .path("repeats");
    }

    private JsonNode file(String category, Map<String, Object> location) {
        TestApi.Answer answer = dispatcher.post("/api/v1/incidents", report(category, location));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode draft(String category, Map<String, Object> location) {
        return dispatcher
                .post("/api/v1/incidents/duplicates", report(category, location))
                .json();
    }

    private static Map<String, Object> report(String category, Map<String, Object> location) {
        return Map.of("category", category, "description", "测试", "channel", "PHONE", "location", location);
    }

    private static NewPlace lamp(String code, double lon) {
        return new NewPlace(code, "lamp-post", "灯" + code, code, lon, 30.0051, Map.of());
    }

    private static List<String> texts(JsonNode list, String field) {
        Stream<JsonNode> items = list.valueStream();
        return items.map(node -> node.path(field).asString()).toList();
    }
}
