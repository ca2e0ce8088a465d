package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.TileText;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Tiles say what the database and the locator say, at every time, and another edition shows at once. */
@GridwardIT
@TestPropertySource(properties = "own-database=grid-tiles")
class GridTilesIT {

    private static final int ZOOM = 13;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
    void fill() {
        api = TestApi.of(context).as("dispatcher");
        TestTown.adopt(layers, editions, map);
    }

    @Test
    void tilesHoldWhatTheDatabaseFindsAndTheLocatorAnswers() {
        Set<String> shown = new TreeSet<>();
        Coordinate low = tileOf(122.10, 30.04);
        Coordinate high = tileOf(122.14, 30.00);
        int compared = 0;
        for (int x = (int) low.x; x <= (int) high.x; x++) {
            for (int y = (int) low.y; y <= (int) high.y; y++) {
                HttpResponse<byte[]> answer = tile("grids-micro-grid", x, y, "", null);
                if (answer.statusCode() == 204) {
                    continue;
                }
                assertThat(answer.statusCode()).isEqualTo(200);
                TileText.Layer grid = TileText.read(answer.body()).get("grid");
                for (TileText.Feature feature : grid.features()) {
                    shown.add((String) feature.properties().get("code"));
                    compared += compare(grid.extent(), feature, x, y);
                }
            }
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("SELECT g.code FROM grid.grids g JOIN grid.editions e ON e.id = g.edition_id"
                                        + " WHERE e.layer = 'micro-grid'")
                                .query(String.class)
                                .list());
        assertThat(compared).isGreaterThan(10);
        TileText.Feature any = TileText.read(tile("grids-micro-grid", (int) low.x, (int) high.y, "", null)
                        .body())
                .get("grid")
                .features()
                .get(0);
        assertThat(any.properties()).containsKeys("code", "name_zh", "name_en", "parent_code");
    }

    /** An inner point of what a tile shows of a grid lies in that grid; answers how many were asked. */
    private int compare(int extent, TileText.Feature feature, int x, int y) {
        Geometry core = feature.area().buffer(-extent / 100.0);
        if (core.isEmpty()) {
            return 0;
        }
        Coordinate point = core.getInteriorPoint().getCoordinate();
        double side = 1 << ZOOM;
        double lon = (x + point.x / extent) / side * 360 - 180;
        double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (y + point.y / extent) / side))));
        String located = api.post("/api/v1/locate", Map.of("layer", "micro-grid", "points", List.of(List.of(lon, lat))))
                .json()
                .path("gridCodes")
                .get(0)
                .asString();
        assertThat(located).isEqualTo(feature.properties().get("code"));
        return 1;
    }

    @Test
    void anotherEditionChangesTheTagAtOnceAndTheOldBordersStayAtTheirTime() {
        Coordinate at = tileOf(122.115, 30.015);
        layers.ensure(new Layer("beat", LayerKind.FREE, Optional.empty(), "警务区", "Beat"));
        Instant first = Instant.parse("2025-03-01T00:00:00Z");
        adopt("beat", first, TestTown.grid("B1", null, 0, 0, 4, 4));
        HttpResponse<byte[]> before = tile("grids-beat", (int) at.x, (int) at.y, "", null);
        String tag = before.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = tile("grids-beat", (int) at.x, (int) at.y, "", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(before.headers().firstValue("Cache-Control")).contains("private, no-cache");

        Instant second = Instant.parse("2025-05-01T00:00:00Z");
        adopt("beat", second, TestTown.grid("B2", null, 0, 0, 2, 4));
        HttpResponse<byte[]> after = tile("grids-beat", (int) at.x, (int) at.y, "", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(codes(after)).containsExactly("B2");
        assertThat(codes(tile("grids-beat", (int) at.x, (int) at.y, "?at=2025-04-01T00:00:00Z", null)))
                .containsExactly("B1");
        assertThat(tile("grids-beat", (int) at.x, (int) at.y, "?at=2025-04-01T00:00:00Z", null)
                        .headers()
                        .firstValue("ETag"))
                .contains(tag);
        assertThat(tile("grids-beat", (int) at.x, (int) at.y, "?at=2025-02-01T00:00:00Z", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(tile("grids-beat", (int) at.x, (int) at.y, "?knownAt=2025-01-01T00:00:00Z", null)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThat(api.get("/api/v1/tiles/grids-nothing/3/1/1.mvt").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/tiles/grids-grid/3/8/1.mvt").problem()).isEqualTo("unknown-tile");
        assertThat(api.get("/api/v1/tiles/grids-grid/3/1/1.mvt?at=2026-03-01").status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/tiles/places/3/1/1.mvt?kind=castle").problem())
                .isEqualTo("place-kind");
        assertThat(TestApi.of(context).get("/api/v1/tiles/grids-grid/3/1/1.mvt").status())
                .isEqualTo(401);
    }

    @Test
    void placesShowAsSoonAsTheyAreStoredAndCountWhereTheyCrowd() {
        Coordinate at = tileOf(122.125, 30.015);
        HttpResponse<byte[]> empty = tile("places", (int) at.x, (int) at.y, "?kind=charging-station", null);
        assertThat(empty.statusCode()).isEqualTo(204);
        context.getBean(Places.class)
                .load(List.of(
                                new NewPlace("c1", "charging-station", "甲", "A", 122.125, 30.015, Map.of()),
                                new NewPlace("c2", "charging-station", "乙", "B", 122.12501, 30.015, Map.of()),
                                new NewPlace("s1", "shop", "丙", "C", 122.125, 30.015, Map.of()))
                        .iterator());

        List<TileText.Feature> crowded = places(tile("places", (int) at.x, (int) at.y, "?kind=charging-station", null));
        assertThat(crowded).hasSize(1);
        assertThat(crowded.get(0).properties()).containsEntry("n", 2L).doesNotContainKey("code");
        assertThat(places(tile("places", (int) at.x, (int) at.y, "?kind=charging-station,shop", null)))
                .hasSize(2);
        assertThat(tile("places", (int) at.x, (int) at.y, "?kind=charging-station&at=2025-02-01T00:00:00Z", null)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theListWithoutShapesTellsTheSameAndABox() {
        var whole = api.get("/api/v1/layers/micro-grid/grids").json().path("features");
        var bare =
                api.get("/api/v1/layers/micro-grid/grids?shapes=false").json().path("features");
        assertThat(bare.size()).isEqualTo(whole.size()).isPositive();
        for (int i = 0; i < bare.size(); i++) {
            assertThat(bare.get(i).path("geometry").isNull()).isTrue();
            assertThat(bare.get(i).path("bbox").size()).isEqualTo(4);
            for (String field : List.of("gridCode", "name", "nameEn", "parentCode", "households")) {
                assertThat(bare.get(i).path("properties").path(field))
                        .isEqualTo(whole.get(i).path("properties").path(field));
            }
        }
    }

    private void adopt(String layer, Instant validFrom, NewGrid grid) {
        editions.adopt(new AdoptEdition(layer, validFrom, List.of(grid), Optional.empty(), "test"), "planner");
    }

    private static List<String> codes(HttpResponse<byte[]> answer) {
        return TileText.read(answer.body()).get("grid").features().stream()
                .map(feature -> (String) feature.properties().get("code"))
                .toList();
    }

    private static List<TileText.Feature> places(HttpResponse<byte[]> answer) {
        return TileText.read(answer.body()).get("place").features();
    }

    private static Coordinate tileOf(double lon, double lat) {
        double side = 1 << ZOOM;
        double y = (1 - Math.log(Math.tan(Math.toRadians(lat)) + 1 / Math.cos(Math.toRadians(lat))) / Math.PI) / 2;
        return new Coordinate(Math.floor((lon + 180) / 360 * side), Math.floor(y * side));
    }

    private HttpResponse<byte[]> tile(String set, int x, int y, String query, String known) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        String user =
                Base64.getEncoder().encodeToString(("dispatcher:" + TestApi.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tiles/"
                        + set + "/" + ZOOM + "/" + x + "/" + y + ".mvt" + query))
                .header("Authorization", "Basic " + user);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
