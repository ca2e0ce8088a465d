package org.gridward.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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
class PatrolHttpIT {

    private static final String TRACKS = "/api/v1/tracks";
    private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

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
        api = TestApi.of(context).as("patrol");
        for (String unit : List.of("H-1", "H-2", "H-3", "H-4")) {
            units.save(new Unit(unit, "巡查组", "Patrol", TestTown.micro(0, 0), UnitKind.BICYCLE));
        }
    }

    @Test
    void takesABatchAndCountsWhatBecameOfEachPoint() {
        String body = """
                {"unit":"H-1","points":[
                  {"t":"2026-04-01T12:00:00+08:00","lon":122.105,"lat":30.015,"accuracyMeters":6.5},
                  {"t":"2026-04-01T12:00:00+08:00","lon":122.105,"lat":30.015,"accuracyMeters":6.5},
                  {"t":"2026-04-01T12:00:05","lon":122.105,"lat":30.015},
                  {"t":"2026-04-01T12:00:10+08:00","lon":30.015,"lat":122.105}]}""";
        Answer first = api.post(TRACKS, body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("accepted").intValue()).isEqualTo(1);
        assertThat(first.json().path("duplicate").intValue()).isEqualTo(1);
        assertThat(first.json().path("refused").findValues("index").toString()).isEqualTo("[2, 3]");
        assertThat(first.json().path("refused").get(1).path("reason").stringValue())
                .contains("swapped");
        assertThat(api.post(TRACKS, body).json().path("duplicate").intValue()).isEqualTo(2);
    }

    @Test
    void tellsTheNewestPositionOnceABatchAndNeverAnOlderOne() {
        api.post(TRACKS, batch("H-2", 0, 30));
        api.post(TRACKS, batch("H-2", -60, 30));
        api.post(TRACKS, batch("H-2", 0, 30));
        assertThat(told("H-2")).containsExactly("2026-04-01T04:00:29Z");
        api.post(TRACKS, batch("H-2", 100, 2));
        assertThat(told("H-2")).containsExactly("2026-04-01T04:00:29Z", "2026-04-01T04:01:41Z");
    }

    @Test
    void answersATrackPageByPageAsLinesAndPointsWithTheirGrids() {
        api.post(TRACKS, batch("H-3", 0, 25));
        String query = "?unit=H-3&from=2026-04-01T12:00:00%2B08:00&to=2026-04-01T13:00:00%2B08:00&limit=10";
        List<String> times = new ArrayList<>();
        int pages = 0;
        for (String next = TRACKS + query; next != null; pages++) {
            JsonNode page = api.get(next).json();
            for (JsonNode feature : page.path("features")) {
                if (feature.path("geometry").path("type").stringValue().equals("Point")) {
                    times.add(feature.path("properties").path("t").stringValue());
                    assertThat(feature.path("properties").path("gridCode").stringValue())
                            .isEqualTo(TestTown.micro(0, 1));
                }
            }
            next = page.path("next").isNull() ? null : page.path("next").stringValue();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(times).hasSize(25).doesNotHaveDuplicates().isSorted();
        assertThat(api.get(TRACKS + "?unit=H-3").json().path("features")).isEmpty();
    }

    @Test
    void takesFixesInTheQueryFormOfPhonesByGetAndPost() {
        String query = "?id=H-4&lat=30.015&lon=122.105&speed=10&bearing=90&altitude=3&accuracy=5&timestamp=";
        Answer got = api.get("/osmand" + query + "1775016000");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEmpty();
        assertThat(api.send("POST", "/osmand" + query + "1775016001000", null).status())
                .isEqualTo(200);
        assertThat(api.sendText(
                                "POST",
                                "/osmand",
                                "application/x-www-form-urlencoded",
                                query.substring(1) + "2026-04-01T12:00:02%2B08:00")
                        .status())
                .isEqualTo(200);

        JsonNode unit = api.get("/api/v1/units/H-4").json();
        assertThat(unit.path("position").path("t").stringValue()).isEqualTo("2026-04-01T04:00:02Z");
        assertThat(unit.path("position").path("ageSeconds").longValue()).isPositive();
        assertThat(unit.path("position").path("speedMetersPerSecond").doubleValue())
                .isBetween(5.14, 5.15);
        assertThat(unit.path("position").path("gridCode").stringValue()).isEqualTo(TestTown.micro(0, 1));
    }

    @Test
    void releasesAPhoneFromAFixThatIsRefusedAndSaysWhyInAHeader() {
        Answer outside = api.get("/osmand?id=H-4&lat=39.9&lon=116.4&timestamp=1775016000");
        assertThat(outside.status()).isEqualTo(200);
        assertThat(outside.header("Gridward-Refused")).contains("outside this jurisdiction");
        assertThat(api.get("/osmand?id=H-4&lat=39.9").problem()).isEqualTo("missing-parameter");
        assertThat(TestApi.of(context).get("/osmand?id=H-4&lat=30&lon=122.1").status())
                .isEqualTo(401);
    }

    @Test
    void takesTheTrackOfAUnitThatReportsForTheFirstTime() {
        assertThat(api.post(TRACKS, batch("H-NEW", 500, 1))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/units/H-NEW").status()).isEqualTo(200);
    }

    @Test
    void keepsAPatrolToTheUnitThatItIs() {
        jdbc.sql("""
                        INSERT INTO access.users (name, password_hash, roles, jurisdiction, unit)
                        VALUES ('h-one', :hash, ARRAY['PATROL'], '330999001', 'H-1') ON CONFLICT DO NOTHING""").param("hash", "{noop}" + TestApi.PASSWORD).update();
        TestApi own = TestApi.of(context).as("h-one");
        assertThat(own.post(TRACKS, batch("H-1", 500, 1)).status()).isEqualTo(200);
        assertThat(own.post(TRACKS, batch("H-2", 500, 1)).problem()).isEqualTo("other-unit");
        assertThat(own.get(TRACKS + "?unit=H-2").status()).isEqualTo(403);
        assertThat(own.get("/osmand?id=H-2&lat=30&lon=122.1").status()).isEqualTo(403);
        assertThat(own.get("/api/v1/units").json().path("items").findValuesAsString("code"))
                .containsExactly("H-1");
        assertThat(own.get("/api/v1/units/H-2/today").status()).isEqualTo(403);
    }

    @Test
    void listsUnitsPageByPageAndOnlyThoseOfAGridWhenAsked() {
        units.save(new Unit("ZZ-9", "船", "Boat", "sea-grid-1", UnitKind.VESSEL));
        JsonNode first = api.get("/api/v1/units?grid=" + TestTown.micro(0, 0) + "&limit=3")
                .json();
        assertThat(first.path("items").findValuesAsString("code")).containsExactly("H-1", "H-2", "H-3");
        JsonNode second = api.get(first.path("next").stringValue()).json();
        assertThat(second.path("items").findValuesAsString("code")).containsExactly("H-4");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("items").get(0).path("kind").stringValue()).isEqualTo("bicycle");
    }

    @Test
    void tellsAUnitAboutItsToday() {
        String now = Instant.now().toString();
        api.post(TRACKS, Map.of("unit", "H-1", "points", List.of(Map.of("t", now, "lon", 122.105, "lat", 30.015))));
        JsonNode today = api.get("/api/v1/units/H-1/today").json();
        assertThat(today.path("zone").stringValue()).isEqualTo("Asia/Shanghai");
        assertThat(today.path("gridCode").stringValue()).isEqualTo(TestTown.micro(0, 0));
        assertThat(today.path("grids").get(0).path("gridCode").stringValue()).isEqualTo(TestTown.micro(0, 1));
    }

    @Test
    void savesAUnitForADispatcherOnly() {
        TestApi dispatcher = TestApi.of(context).as("dispatcher");
        String body = "{\"nameZh\":\"三组\",\"kind\":\"vehicle\"}";
        assertThat(put(dispatcher, "N-1", body).json().path("kind").stringValue())
                .isEqualTo("vehicle");
        assertThat(put(dispatcher, "N-1", "{\"kind\":\"rocket\"}").problem()).isEqualTo("unit-kind");
        assertThat(put(dispatcher, "N-1", body).status()).as("the same again").isEqualTo(200);
        String other = body.replace("三", "四");
        assertThat(put(dispatcher, "N-1", other).problem()).isEqualTo("version-missing");
        String tag = dispatcher.get("/api/v1/units/N-1").header("ETag");
        Answer changed = put(dispatcher, "N-1", other, "If-Match", tag);
        assertThat(changed.json().path("nameZh").stringValue()).isEqualTo("四组");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(put(dispatcher, "N-1", body, "If-Match", tag).problem()).isEqualTo("stale-unit");
        assertThat(put(dispatcher, "N-2", body, "If-Match", "*").problem()).isEqualTo("stale-unit");
        assertThat(put(api, "N-1", body).status()).isEqualTo(403);
    }

    @Test
    void answersBadQuestionsWithAProblemThatNamesThem() {
        assertThat(api.post(TRACKS, batch("a/b", 500, 1)).problem()).isEqualTo("unit-not-acceptable");
        assertThat(api.post(TRACKS, "{\"points\":[]}").problem()).isEqualTo("missing-unit");
        assertThat(api.post(TRACKS, "[[[").status()).isEqualTo(400);
        assertThat(api.post(TRACKS, "{\"unit\":\"H-1\",\"points\":[],\"datum\":\"ED50\"}")
                        .problem())
                .isEqualTo("unknown-datum");
        assertThat(api.get(TRACKS).problem()).isEqualTo("missing-parameter");
        assertThat(api.get(TRACKS + "?unit=nobody").problem()).isEqualTo("unknown-unit");
        assertThat(api.get(TRACKS + "?unit=H-1&from=2026-04-01T12:00:00").problem())
                .isEqualTo("unreadable-time");
        assertThat(api.get(TRACKS + "?unit=H-1&from=2020-01-01T12:00:00Z").problem())
                .isEqualTo("time-span");
        assertThat(api.get(TRACKS + "?unit=H-1&limit=99999").problem()).isEqualTo("limit");
        assertThat(api.get(TRACKS + "?unit=H-1&cursor=xyz").problem()).isEqualTo("cursor");
        assertThat(api.get("/api/v1/units/nobody").problem()).isEqualTo("unknown-unit");
    }

    private static Answer put(TestApi api, String unit, String body, String... headers) {
        return api.sendText("PUT", "/api/v1/units/" + unit, "application/json", body, headers);
    }

    /** The instants of the positions that the stream told of, in their order. */
    private List<String> told(String unit) {
        return jdbc.sql("""
                        SELECT payload ->> 't' FROM (
                            SELECT at, type, subject, payload FROM platform.outbox
                            UNION ALL SELECT at, type, subject, payload FROM console.stream_events) AS told
                        WHERE type = 'PositionReported' AND subject = :unit ORDER BY at""").param("unit", unit).query(String.class).list();
    }

    private static Map<String, Object> batch(String unit, int fromSecond, int count) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            points.add(Map.of(
                    "t", NOON.plusSeconds(fromSecond + i).toString(), "lon", 122.105 + i * 0.00001, "lat", 30.015));
        }
        return Map.of("unit", unit, "points", points);
    }
}
