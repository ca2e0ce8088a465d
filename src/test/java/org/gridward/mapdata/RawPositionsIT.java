package org.gridward.mapdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.geodesy.Crs;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Command;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever door a position in GCJ-02 comes in by, it is placed right and what was sent is kept. */
@GridwardIT
@TestPropertySource(properties = "own-database=RawPositionsIT")
class RawPositionsIT {

    private static final LonLat SPOT = new LonLat(122.1153, 30.0151);
    private static final LonLat SENT = Datum.GCJ02.fromWgs84(SPOT.lon(), SPOT.lat());

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

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private TestApi api;

    @BeforeEach
    void town() {
        TestTown.adopt(layers, editions, map);
        api = TestApi.of(context).as("admin");
    }

    @Test
    void aPlaceKeepsWhatWasSent() {
        Map<String, Object> body = Map.of(
                "code", "S-1", "kind", "shop", "nameZh", "店", "lon", SENT.lon(), "lat", SENT.lat(), "datum", "GCJ02");
        assertThat(api.post("/api/v1/places", body).status()).isEqualTo(201);
        JsonNode place = api.get("/api/v1/places/S-1").json();
        assertThat(place.path("lon").asDouble()).isCloseTo(SPOT.lon(), within(1e-9));
        assertRaw(place.path("raw"), "place/admin");
    }

    @Test
    void aFixKeepsWhatWasSentUnlessItCameAsWgs84() {
        for (String datum : List.of("GCJ02", "WGS84")) {
            Map<String, Object> body = Map.of(
                    "unit",
                    "u-" + datum,
                    "datum",
                    datum,
                    "points",
                    List.of(Map.of("t", "2026-03-01T08:00:00Z", "lon", SENT.lon(), "lat", SENT.lat())));
            assertThat(api.post("/api/v1/tracks", body).json().path("accepted").asInt())
                    .isEqualTo(1);
        }
        Map<String, Object> raw = jdbc.sql("SELECT x, y, datum, conversion FROM patrol.raw_fixes")
                .query()
                .singleRow();
        assertThat(raw)
                .containsEntry("x", SENT.lon())
                .containsEntry("y", SENT.lat())
                .containsEntry("datum", "GCJ02")
                .containsEntry("conversion", "gcj02-iterative-1");
        double stored = jdbc.sql("SELECT ST_X(p.geom) FROM patrol.positions p JOIN patrol.units u ON u.id = p.unit_id"
                        + " WHERE u.code = 'u-GCJ02'")
                .query(Double.class)
                .single();
        assertThat(stored).isCloseTo(SPOT.lon(), within(1e-9));
    }

    @Test
    void importedPlacesAndIncidentsKeepWhatStoodInTheFile() throws Exception {
        String at = SENT.lon() + "," + SENT.lat();
        Path places = Files.writeString(folder.resolve("p.csv"), "code,kind,lon,lat\nS-9,shop," + at + "\n");
        assertThat(run("places", "--crs", "GCJ02", places.toString())).isZero();
        JsonNode place = api.get("/api/v1/places/S-9").json();
        assertThat(place.path("lat").asDouble()).isCloseTo(SPOT.lat(), within(1e-9));
        assertRaw(place.path("raw"), "import/p");

        Path incidents = Files.writeString(
                folder.resolve("i.csv"),
                "number,category,description,occurred_at,lon,lat\nn-1,noise,吵,2026-01-05T08:00:00+08:00," + at + "\n");
        assertThat(run("incidents", "--crs", "gcj02", incidents.toString())).isZero();
        JsonNode raw = json.readTree(jdbc.sql("SELECT attributes -> 'raw' FROM incident.incidents WHERE number = 'n-1'")
                .query(String.class)
                .single());
        assertRaw(raw, "import");
    }

    @Test
    void importedGridsInGcj02LieWhereTheTownLies() throws Exception {
        Geometry square = TestTown.grid("Q", null, 1, 1, 1, 1).shape();
        Geometry sent = square.copy();
        sent.apply((org.locationtech.jts.geom.CoordinateFilter) corner -> {
            LonLat moved = Datum.GCJ02.fromWgs84(corner.x, corner.y);
            corner.x = moved.lon();
            corner.y = moved.lat();
        });
        sent.geometryChanged();
        String feature = json.writeValueAsString(
                Map.of("type", "Feature", "properties", Map.of("code", "Q-1"), "geometry", GeoJson.toMap(sent)));
        Path file = Files.writeString(
                folder.resolve("g.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}");
        assertThat(run(
                        "grids",
                        "--layer",
                        "in-gcj",
                        "--kind",
                        "free",
                        "--valid-from",
                        "2025-01-01",
                        "--code",
                        "code",
                        "--crs",
                        "GCJ02",
                        file.toString()))
                .isZero();
        Geometry stored = map.find("in-gcj").orElseThrow().shape("Q-1");
        assertThat(stored.getNumPoints()).isEqualTo(square.getNumPoints());
        assertThat(stored.symDifference(square).getArea()).isLessThan(1e-11);
        assertThat(Crs.of("GCJ02").conversion()).isEqualTo("gcj02-iterative-1");
    }

    private int run(String... words) throws Exception {
        return context.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("import"))
                .findFirst()
                .orElseThrow()
                .run(List.of(words));
    }

    private static void assertRaw(JsonNode raw, String source) {
        assertThat(raw.path("x").asDouble()).isEqualTo(SENT.lon());
        assertThat(raw.path("y").asDouble()).isEqualTo(SENT.lat());
        assertThat(raw.path("datum").asString()).isEqualTo("GCJ02");
        assertThat(raw.path("conversion").asString()).isEqualTo("gcj02-iterative-1");
        assertThat(raw.path("source").asString()).isEqualTo(source);
    }
}
