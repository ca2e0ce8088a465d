package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionId;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Last month's border was drawn wrongly, and this month that comes out: what was answered then stays answerable as it was
 * known then, the corrected answer is the one known now, and what was decided for an incident is not rewritten.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=B04")
class B04_CorrectionKnownLaterIT {

    private static final String LON_LAT = "lon=122.125&lat=30.005";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant lastMonth = now.minus(30, ChronoUnit.DAYS);
    private final Instant thisMonth = now.minus(3, ChronoUnit.DAYS);
    private final Instant thatDay = now.minus(20, ChronoUnit.DAYS);

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
    JdbcClient jdbc;

    private TestApi dispatcher;

    @Test
    void theAnswerOfThatDayIsTheOneKnownWhenItIsAskedFor() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
        layers.ensure(new Layer("beat", LayerKind.PARTITION, Optional.empty(), "警务区", "Beat"));
        Edition wrong = adopt(lastMonth, Optional.empty(), beats(2));
        adopt(thisMonth, Optional.empty(), beats(1));
        Instant before = databaseClock();
        assertThat(beat(thatDay, null)).isEqualTo("E");
        assertThat(beat(now, null)).isEqualTo("E");

        Edition right = adopt(lastMonth, Optional.of(wrong.id()), beats(3));

        assertThat(beat(thatDay, null)).as("as known now").isEqualTo("W");
        assertThat(beat(thatDay, before)).as("as known before").isEqualTo("E");
        assertThat(beat(now, null)).as("this month's border stands").isEqualTo("E");
        JsonNode known = dispatcher
                .get("/api/v1/layers/beat/editions?knownAt=" + before)
                .json()
                .path("items");
        assertThat(known.valueStream().map(edition -> edition.path("id").asString()))
                .doesNotContain(right.id().toString())
                .contains(wrong.id().toString());
        JsonNode replaced =
                dispatcher.get("/api/v1/layers/beat/editions/" + wrong.id()).json();
        assertThat(replaced.path("valid").size()).isZero();
        assertThat(replaced.path("periods")
                        .get(replaced.path("periods").size() - 1)
                        .path("knownUntil")
                        .asString())
                .isEqualTo(right.adoptedAt().toString());
    }

    @Test
    void whatWasDecidedForAnIncidentStaysAsItWasDecided() {
        TestTown.adopt(layers, editions, map);
        teams.load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
        layers.ensure(new Layer("patch", LayerKind.PARTITION, Optional.empty(), "片", "Patch"));
        Edition wrong = editions.adopt(
                new AdoptEdition("patch", lastMonth, beats(2), Optional.empty(), "drawn in haste"), "test");
        String open = report();
        String closed = report();
        TestLife.close(dispatcher, closed);
        JsonNode decided = incident(open).path("decision");
        assertThat(patch(incident(open).path("matches"))).isEqualTo("E");

        editions.adopt(
                new AdoptEdition("patch", lastMonth, beats(3), Optional.of(wrong.id()), "measured again"), "test");

        JsonNode after = incident(open);
        assertThat(patch(after.path("matches"))).as("it is open and follows").isEqualTo("W");
        assertThat(after.path("decision")).isEqualTo(decided);
        assertThat(after.path("timeline").findValuesAsString("action")).contains("REPLACE");
        assertThat(patch(incident(closed).path("matches")))
                .as("it is closed and stays")
                .isEqualTo("E");
    }

    private Edition adopt(Instant from, Optional<EditionId> corrects, List<NewGrid> grids) {
        return editions.adopt(new AdoptEdition("beat", from, grids, corrects, "test"), "test");
    }

    /** West and east, with the border at a column of the town. */
    private static List<NewGrid> beats(int column) {
        return List.of(TestTown.grid("W", null, 0, 0, column, 4), TestTown.grid("E", null, column, 0, 4 - column, 4));
    }

    private String beat(Instant at, Instant knownAt) {
        String path = "/api/v1/responsibility?layer=beat&" + LON_LAT + "&at=" + at
                + (knownAt == null ? "" : "&knownAt=" + knownAt);
        JsonNode matches = dispatcher.get(path).json().path("matches");
        assertThat(matches.size()).isEqualTo(1);
        return matches.get(0).path("gridCode").asString();
    }

    private String report() {
        return dispatcher
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "category", "noise",
                                "description", "测试用报告",
                                "location", Map.of("lon", 122.125, "lat", 30.005)))
                .json()
                .path("id")
                .asString();
    }

    private JsonNode incident(String id) {
        return dispatcher.get("/api/v1/incidents/" + id).json();
    }

    private static String patch(JsonNode matches) {
        return matches.valueStream()
                .filter(match -> match.path("layer").asString().equals("patch"))
                .map(match -> match.path("gridCode").asString())
                .reduce((one, two) -> one + "," + two)
                .orElse("");
    }

    private Instant databaseClock() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
