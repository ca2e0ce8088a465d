package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestApi.Answer;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GridwardIT
class PlacesHttpIT {

    private static final String PLACES = "/api/v1/places";

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

    private TestApi api;

    @BeforeEach
    void connect() {
        TestTown.adopt(layers, editions, map);
        jdbc.sql("DELETE FROM place.places").update();
        api = TestApi.of(context).as("planner");
    }

    @Test
    void storesAPlaceAndAnswersItWithItsGridsAndETag() {
        Answer created = api.post(PLACES, shop("S-1", 122.115, 30.015));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/places/S-1");

        Answer read = api.get(PLACES + "/S-1");
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().path("lon").doubleValue()).isEqualTo(122.115);
        assertThat(read.json().path("grids").findValuesAsString("gridCode")).contains(TestTown.micro(1, 1));
        assertThat(read.json().path("grids").findValuesAsString("layer")).contains("micro-grid");
    }

    @Test
    void takesCoordinatesOfTheMapOffsetBackToWgs84() {
        Map<String, Object> body =
                Map.of("code", "S-1", "kind", "shop", "nameZh", "店", "lon", 122.1195, "lat", 30.0125, "datum", "GCJ02");
        JsonNode stored = api.post(PLACES, body).json();
        assertThat(stored.path("lon").doubleValue()).isBetween(122.112, 122.118);
    }

    @Test
    void storesOnceWhatIsSentTwiceUnderOneKeyAndRefusesTheKeyForAnotherBody() {
        Map<String, Object> body = shop("S-1", 122.115, 30.015);
        Answer first = api.post(PLACES, body, "Idempotency-Key", "k-place-1");
        Answer second = api.post(PLACES, body, "Idempotency-Key", "k-place-1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        Answer other = api.post(PLACES, shop("S-2", 122.115, 30.015), "Idempotency-Key", "k-place-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(PLACES).json().path("items")).hasSize(1);
        assertThat(api.post(PLACES, body).status()).isEqualTo(409);
    }

    @Test
    void changesAPlaceOnlyForWhoSawItsPresentVersion() {
        api.post(PLACES, shop("M-1", 122.115, 30.015));
        Map<String, Object> moved = shop("M-1", 122.125, 30.015);
        assertThat(put("M-1", moved).status()).isEqualTo(428);
        assertThat(put("M-1", moved, "If-Match", "\"7\"").status()).isEqualTo(412);
        Answer changed = put("M-1", moved, "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(put("M-1", moved, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(put("M-2", moved, "If-Match", "\"1\"").status()).isEqualTo(422);
        assertThat(put("S-9", shop("S-9", 122.1, 30), "If-Match", "\"1\"").status())
                .isEqualTo(404);
        assertThat(moves("M-1")).isEqualTo(1);
        assertThat(audited("M-1")).containsExactly("planner PLACE_CREATED", "planner PLACE_CHANGED");
    }

    @Test
    void tellsOfNoMoveWhenOnlyTheNameChanges() {
        api.post(PLACES, shop("N-1", 122.115, 30.015));
        Map<String, Object> renamed = new java.util.HashMap<>(shop("N-1", 122.115, 30.015));
        renamed.put("nameEn", "Another");
        assertThat(put("N-1", renamed, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(moves("N-1")).isZero();
    }

    @Test
    void pagesByTheLinkNextAndAnswersGeoJsonToWhoAsksForIt() {
        for (int i = 0; i < 5; i++) {
            api.post(PLACES, shop("S & " + i, 122.115, 30.015));
        }
        JsonNode first = api.get(PLACES + "?kind=shop&q=S%20%26&limit=3").json();
        assertThat(first.path("items")).hasSize(3);
        JsonNode second = api.get(first.path("next").stringValue()).json();
        assertThat(second.path("items").findValuesAsString("code")).containsExactly("S & 3", "S & 4");
        assertThat(second.path("next").isNull()).isTrue();

        Answer collection = api.get(PLACES + "?limit=2", "Accept", "application/geo+json");
        assertThat(collection.header("Content-Type")).startsWith("application/geo+json");
        assertThat(collection.json().path("type").stringValue()).isEqualTo("FeatureCollection");
        assertThat(collection.json().path("features").get(0).path("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[122.115,30.015]}");
    }

    @Test
    void answersBadQuestionsWithAProblemThatNamesThem() {
        assertProblem(api.get(PLACES + "?bbox=1,2,3"), 400, "bbox");
        assertProblem(api.get(PLACES + "?bbox=NaN,2,3,4"), 400, "bbox");
        assertProblem(api.get(PLACES + "?limit=0"), 400, "limit");
        assertProblem(api.get(PLACES + "?limit=10001"), 400, "limit");
        assertProblem(api.get(PLACES + "?limit=many"), 400, "unreadable-parameter");
        assertProblem(api.get(PLACES + "?cursor=%21"), 400, "cursor");
        assertProblem(api.get(PLACES + "?q=%00"), 400, "unreadable-parameter");
        assertProblem(api.get(PLACES + "?grid=nowhere"), 404, "unknown-grid");
        assertProblem(api.get(PLACES + "/nowhere"), 404, "unknown-place");
        assertProblem(api.post(PLACES, Map.of("code", "S-1")), 422, "missing-coordinates");
        assertProblem(api.post(PLACES, shop("S-1", 30.015, 122.115)), 422, "coordinates-out-of-range");
        assertProblem(api.post(PLACES, shop("S-1", 116.4, 39.9)), 422, "outside-jurisdiction");
        assertProblem(api.post(PLACES, shop("a/b", 122.115, 30.015)), 422, "place-not-acceptable");
        assertProblem(
                api.post(PLACES, "{\"code\":\"S\",\"kind\":\"shop\",\"lon\":122.1,\"lat\":30,\"datum\":\"ED50\"}"),
                422,
                "unknown-datum");
    }

    @Test
    void letsAPatrolAddAPlaceAndNobodyWhoIsNotSignedIn() {
        TestApi patrol = TestApi.of(context).as("patrol");
        assertThat(patrol.post(PLACES, shop("S-1", 122.115, 30.015)).status()).isEqualTo(201);
        assertThat(TestApi.of(context).get(PLACES).status()).isEqualTo(401);
    }

    private Answer put(String code, Map<String, Object> body, String... headers) {
        String json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body);
        return api.sendText("PUT", PLACES + "/" + code, "application/json", json, headers);
    }

    private List<String> audited(String code) {
        return jdbc.sql("SELECT actor || ' ' || action FROM access.audit_events WHERE object = :code ORDER BY at")
                .param("code", code)
                .query(String.class)
                .list();
    }

    private int moves(String code) {
        return jdbc.sql("""
                        SELECT count(*) FROM (
                            SELECT type, subject FROM platform.outbox
                            UNION ALL SELECT type, subject FROM console.stream_events) AS told
                        WHERE type = 'PlaceMoved' AND subject = :code""").param("code", code).query(Integer.class).single();
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(List.of(answer.status(), answer.problem())).as(answer.body()).isEqualTo(List.of(status, slug));
    }

    private static Map<String, Object> shop(String code, double lon, double lat) {
        return Map.of("code", code, "kind", "shop", "nameZh", "店" + code, "lon", lon, "lat", lat);
    }
}
