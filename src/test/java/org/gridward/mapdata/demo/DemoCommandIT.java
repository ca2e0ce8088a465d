package org.gridward.mapdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridward.GridwardIT;
import org.gridward.code.CodeAudit;
import org.gridward.grid.GridMap;
import org.gridward.grid.Match;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The whole load on a real database, broken off in the middle and taken up again, and what the server shows of it. */
@GridwardIT
@TestPropertySource(properties = "own-database=DemoCommandIT")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCommandIT {

    private static final Instant END = Extract.END;

    @Autowired
    DemoCommand command;

    @Autowired
    DemoLoader loader;

    @Autowired
    LoadSteps steps;

    @Autowired
    GridMap map;

    @Autowired
    Places places;

    @Autowired
    CodeAudit audit;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private List<String> doneBefore;

    @BeforeAll
    void breaksOffInTheMiddleAndGoesOn() throws Exception {
        LoadBar broken = new LoadBar(new BrokenConsole(), false, 30 + DemoLoader.weight());
        assertThatThrownBy(() -> loader.load(new LoadSteps.Story(SharedCity.SEED, END), broken, 30))
                .hasMessage("the console is gone");
        doneBefore = List.copyOf(steps.done());
        assertThat(command.run(List.of("--seed", "99"))).isZero();
    }

    /** Fails at the fourth line that is printed: after some steps are done, before the others. */
    private static final class BrokenConsole extends PrintStream {
        private int lines;

        private BrokenConsole() {
            super(new ByteArrayOutputStream());
        }

        @Override
        public PrintStream printf(String format, Object... args) {
            lines++;
            if (lines == 4) {
                throw new IllegalStateException("the console is gone");
            }
            return this;
        }
    }

    @Test
    void goesOnWithTheSeedAndTheStepsOfTheLoadThatWasBrokenOff() {
        assertThat(doneBefore).isNotEmpty().doesNotContain(DemoLoader.LAST_STEP);
        assertThat(steps.begun()).contains(new LoadSteps.Story(SharedCity.SEED, END));
        assertThat(steps.done()).containsAll(doneBefore).contains(DemoLoader.LAST_STEP, "teams", "places", "tracks");
    }

    @Test
    void storesEverythingOnce() {
        assertThat(count("grid.grids")).isGreaterThan(2 * 1336 + 330 + 110 + 12);
        assertThat(count("place.places")).isEqualTo(SharedCity.get().places().size());
        assertThat(count("incident.incidents")).isEqualTo(20_000);
        assertThat(count("responsibility.teams"))
                .isEqualTo(SharedCity.get().teams().size());
        assertThat(count("mapdata.features"))
                .isEqualTo(SharedCity.get().features().size());
    }

    @Test
    void hasADeskThatIsSetUpAndAYearThatWasHandled() {
        assertThat(count("dispatch.cover_rules")).isEqualTo(4);
        assertThat(count("campaign.campaigns")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM incident.category_rows WHERE playbook = 'leak-between-flats'")
                        .query(Long.class)
                        .single())
                .isPositive();
        String rated =
                "SELECT count(*) FROM incident.incidents WHERE satisfaction IS NOT NULL AND revisited_at <= closed_at";
        assertThat(jdbc.sql(rated).query(Long.class).single()).isGreaterThan(14_000);
        String backwards =
                "SELECT count(*) FROM (SELECT at < lag(at) OVER (PARTITION BY incident_id ORDER BY id) AS back"
                        + " FROM incident.timeline) AS steps WHERE back";
        assertThat(jdbc.sql(backwards).query(Long.class).single()).isZero();
    }

    @Test
    void leavesAFilledDatabaseAlone() throws Exception {
        long before = count("incident.incidents");
        assertThat(command.run(List.of("--if-empty"))).isZero();
        assertThat(count("incident.incidents")).isEqualTo(before);
    }

    @Test
    void givesEveryGridACodeThatAgreesWithTheGround() {
        for (String layer : List.of("town", "community", "grid", "micro-grid")) {
            for (Instant at : List.of(END, END.minus(Duration.ofDays(200)))) {
                assertThat(audit.run(layer, at, null).findings())
                        .as("%s at %s", layer, at)
                        .isEmpty();
            }
        }
    }

    @Test
    void answersWithTheOwnerOfTheTimeThatIsAskedFor() {
        DemoCity city = SharedCity.get();
        BorderShift.Moved moved = new BorderShift(city.townscape(), city.divisions()).find();
        Point spot = city.townscape().fabric.faces.get(moved.face()).shape().getInteriorPoint();
        String now = city.divisions().microGrids.get(moved.after()).code();
        String then = city.divisions().microGrids.get(moved.before()).code();
        assertThat(microGrid(spot, END)).isEqualTo(now);
        assertThat(microGrid(spot, END.minus(Duration.ofDays(200)))).isEqualTo(then);
    }

    private String microGrid(Point spot, Instant at) {
        return map.locate(spot.getX(), spot.getY(), at, null).stream()
                .filter(m -> m.layer().equals("micro-grid"))
                .map(Match::gridCode)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decidesPastIncidentsByTheBordersOfTheirTime() {
        String editions = "SELECT count(DISTINCT edition) FROM incident.incident_grids WHERE layer = 'micro-grid'";
        assertThat(jdbc.sql(editions).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void findsALampPostByItsNumber() {
        PlaceDrawing lamp = SharedCity.get().places().stream()
                .filter(p -> p.kind().equals("lamp-post"))
                .findFirst()
                .orElseThrow();
        assertThat(places.findByLampPost(lamp.attributes().get("lampPost").toString()))
                .hasValueSatisfying(spot -> assertThat(spot.code()).isEqualTo(lamp.code()));
    }

    @Test
    void servesTheBaseMapPackedAndAnswersAKnownTileWithNotModified() throws Exception {
        String centre = "/tiles/base/12/" + column(12, 122.172) + "/" + row(12, 30.075) + ".mvt";
        HttpResponse<byte[]> tile = get(centre, "Accept-Encoding", "gzip");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tile.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        String etag = tile.headers().firstValue("ETag").orElseThrow();
        assertThat(get(centre, "If-None-Match", etag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> plain = get(centre, "Accept-Encoding", "identity");
        assertThat(plain.body().length).isGreaterThan(tile.body().length);
        assertThat(new String(plain.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("street", "water", "name_zh", "class");
    }

    @Test
    void keepsTheTilesOfSmallZoomsUnderAHundredKilobytes() throws Exception {
        for (int z = 8; z <= 12; z++) {
            for (int x = column(z, Plane.WEST); x <= column(z, Plane.EAST); x++) {
                for (int y = row(z, Plane.NORTH); y <= row(z, Plane.SOUTH); y++) {
                    HttpResponse<byte[]> tile = get("/tiles/base/" + z + "/" + x + "/" + y + ".mvt", "Accept", "*/*");
                    assertThat(tile.statusCode()).isIn(200, 204);
                    assertThat(tile.body().length).as("%d/%d/%d", z, x, y).isLessThan(100_000);
                }
            }
        }
    }

    @Test
    void saysThatTheCityIsSynthetic() throws Exception {
        HttpResponse<byte[]> extent = get("/api/v1/mapdata/extent", "Accept", "application/json");
        assertThat(extent.statusCode()).isEqualTo(200);
        assertThat(new String(extent.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"synthetic\":true", "synthetic demo city, seed 7", "[122.0,29.9,122.4,30.25]");
        assertThat(get("/tiles/base/5/99/1.mvt", "Accept", "*/*").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static int column(int z, double lon) {
        return (int) ((lon + 180) / 360 * (1 << z));
    }

    private static int row(int z, double lat) {
        double radians = Math.toRadians(lat);
        double mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
        return (int) ((1 - mercator / Math.PI) / 2 * (1 << z));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
