package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.datum.DatumGuard;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LocalFrame;
import org.gridward.geodesy.LonLat;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Two clients report from the streets of the town. One sends GCJ-02 and says so: its incidents lie where they happened, and
 * what it sent is kept. The other sends the same numbers as WGS-84: the guard names it, and moves nothing.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=B06")
class B06_GcjSourceIsNoticedIT {

    private static final int REPORTS = 90;

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
    DatumGuard guard;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(6);
    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        api = TestApi.of(context).as("dispatcher");
        if (jdbc.sql("SELECT count(*) FROM mapdata.features").query(Long.class).single() == 0) {
            streets();
        }
    }

    /** Streets every 110 to 260 metres, none two the same distance apart. */
    private void streets() {
        Random gaps = new Random(1);
        for (double lat = 30.001; lat < 30.039; lat += 0.001 + gaps.nextDouble() * 0.0014) {
            street(122.10, lat, 122.14, lat);
        }
        for (double lon = 122.101; lon < 122.139; lon += 0.0012 + gaps.nextDouble() * 0.0015) {
            street(lon, 30.00, lon, 30.04);
        }
    }

    private void street(double lon1, double lat1, double lon2, double lat2) {
        jdbc.sql("""
                        INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom)
                        VALUES ('street', 'lane', 5, 12, '路', 'Street',
                                ST_SetSRID(ST_MakeLine(ST_MakePoint(?, ?), ST_MakePoint(?, ?)), 4326))""").param(lon1).param(lat1).param(lon2).param(lat2).update();
    }

    @Test
    void namesTheClientThatSendsGcj02AsWgs84AndLeavesTheOthersAlone() {
        int needed = 0;
        for (int i = 1; i <= REPORTS; i++) {
            LonLat spot = onAStreet();
            LonLat gcj = Datum.GCJ02.fromWgs84(spot.lon(), spot.lat());
            report("PHONE", gcj, null);
            report("WEB", gcj, "GCJ02");
            report("PATROL", spot, "WGS84");
            guard.settle();
            if (needed == 0
                    && source("incident/PHONE/dispatcher")
                            .path("verdict")
                            .asString()
                            .equals("SUSPECT")) {
                needed = i;
            }
        }
        assertThat(needed).as("reports until the wrong tag was noticed").isBetween(1, REPORTS);

        JsonNode liar = source("incident/PHONE/dispatcher");
        assertThat(liar.path("doubt").asString()).isEqualTo("UNCONVERTED_GCJ02");
        assertThat(liar.path("fits").asString()).startsWith("fits GCJ-02 tagged WGS-84, shift ");
        assertThat(liar.path("shiftMeters").asDouble()).isCloseTo(shift(), within(30.0));
        assertThat(liar.path("score").asDouble())
                .isGreaterThanOrEqualTo(liar.path("limit").asDouble());
        assertThat(source("incident/WEB/dispatcher").path("verdict").asString()).isEqualTo("OK");
        assertThat(source("incident/PATROL/dispatcher").path("verdict").asString())
                .isEqualTo("OK");
        assertThat(jdbc.sql("SELECT count(*) FROM platform.outbox WHERE type = 'DatumSuspected'")
                                .query(Long.class)
                                .single()
                        + jdbc.sql("SELECT count(*) FROM console.stream_events WHERE type = 'DatumSuspected'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void placesWhatIsTaggedRightAndKeepsWhatWasSent() {
        LonLat spot = new LonLat(122.1153, 30.0151);
        LonLat gcj = Datum.GCJ02.fromWgs84(spot.lon(), spot.lat());
        JsonNode made = report("WEB", gcj, "GCJ02");
        JsonNode detail =
                api.get("/api/v1/incidents/" + made.path("id").asString()).json();
        assertThat(detail.path("location").path("lon").asDouble()).isCloseTo(spot.lon(), within(1e-9));
        assertThat(detail.path("location").path("lat").asDouble()).isCloseTo(spot.lat(), within(1e-9));
        assertThat(detail.path("gridCode").asString()).isEqualTo(TestTown.micro(1, 1));
        JsonNode raw = detail.path("reportedLocation");
        assertThat(raw.path("lon").asDouble()).isEqualTo(gcj.lon());
        assertThat(raw.path("lat").asDouble()).isEqualTo(gcj.lat());
        assertThat(raw.path("datum").asString()).isEqualTo("GCJ02");
        assertThat(raw.path("conversion").asString()).isEqualTo("gcj02-iterative-1");
        assertThat(raw.path("source").asString()).isEqualTo("incident/WEB/dispatcher");
    }

    @Test
    void publishesTheConversionsWithTheirResiduals() {
        JsonNode items = api.get("/api/v1/datums").json().path("items");
        assertThat(items.valueStream()
                        .map(one -> one.path("datum").asString() + " "
                                + one.path("conversion").asString()))
                .containsExactly(
                        "WGS84 identity-1", "CGCS2000 identity-1", "GCJ02 gcj02-iterative-1", "BD09 bd09-iterative-1");
        assertThat(items.get(2).path("roundTripMeters").asDouble()).isLessThan(0.001);
    }

    private LonLat onAStreet() {
        boolean east = random.nextBoolean();
        String axis = east ? "ST_XMin" : "ST_YMin";
        Double line = jdbc.sql("SELECT " + axis + "(geom) FROM mapdata.features WHERE " + axis + "(geom) > ? ORDER BY 1"
                        + " OFFSET ? LIMIT 1")
                .param(east ? 122.1001 : 30.0001)
                .param(random.nextInt(10))
                .query(Double.class)
                .single();
        double along = random.nextDouble() * 0.036 + 0.002;
        LonLat spot = east ? new LonLat(line, 30.00 + along) : new LonLat(122.10 + along, line);
        return LocalFrame.at(spot.lon(), spot.lat()).toLonLat(random.nextGaussian() * 6, random.nextGaussian() * 6);
    }

    private JsonNode report(String channel, LonLat spot, String datum) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("lon", spot.lon());
        location.put("lat", spot.lat());
        location.put("datum", datum);
        TestApi.Answer answer = api.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "夜间施工", "channel", channel, "location", location));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode source(String name) {
        return api.get("/api/v1/datum-guard/sources")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("source").asString().equals(name)
                        && one.path("datum").asString().equals(name.contains("WEB") ? "GCJ02" : "WGS84"))
                .findFirst()
                .orElseThrow();
    }

    private static double shift() {
        LonLat gcj = Datum.GCJ02.fromWgs84(122.12, 30.02);
        return LocalFrame.at(122.12, 30.02).metersBetween(122.12, 30.02, gcj.lon(), gcj.lat());
    }
}
