package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.gridward.grid.RetireEdition;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.PastIncident;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Two registers in the test town. Of a FREE layer of property areas, of which two share the square of column 3, row 0: what
 * it leaves is no gap. And of a PARTITION of the same areas, round a square that nobody manages (column 1, row 1),
 * because its parent layer has grown over that square.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=register")
class RegisterIT {

    private static final String LAYER = "property-area";
    private static final String REGISTER = "/api/v1/layers/" + LAYER + "/register";
    private static final String ESTATES = "/api/v1/layers/estate/register";
    private static boolean filled;
    private static Instant start;

    @Autowired
    ApplicationContext context;

    @Autowired
    Editions editions;

    @Autowired
    RegisterDesk register;

    @Autowired
    JdbcClient jdbc;

    private TestApi planner;

    @BeforeEach
    void fill() throws Exception {
        planner = TestApi.of(context).as("planner");
        if (filled) {
            return;
        }
        Layers layers = context.getBean(Layers.class);
        TestTown.adopt(layers, editions, context.getBean(GridMap.class));
        layers.ensure(new Layer(LAYER, LayerKind.FREE, Optional.empty(), "物业片区", "Property area"));
        start = Instant.now().minus(Duration.ofDays(20));
        jdbc.sql(
                        "INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES"
                                + " ('street', 'lane', 5, 14, '巷', 'Lane', 'SRID=4326;LINESTRING(122.10 30.015, 122.14 30.015)')")
                .update();
        Places places = context.getBean(Places.class);
        places.load(List.of(
                        new NewPlace("d1", "stairwell", "", "", 122.115, 30.015, Map.of("households", 12)),
                        new NewPlace("d2", "gate", "", "", 122.116, 30.015, Map.of()),
                        new NewPlace("d3", "lamp-post", "", "", 122.117, 30.015, Map.of()),
                        new NewPlace("d4", "shop", "", "", 122.135, 30.005, Map.of()))
                .iterator());
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> context.getBean(IncidentDesk.class)
                .load(List.of(
                                past(122.115, 30.012, 3),
                                past(122.112, 30.018, 400),
                                past(122.11, 30.015, 3),
                                past(122.135, 30.005, 3),
                                past(122.105, 30.005, 3))
                        .iterator()));
        adopt(0, PropertyAreas.sharing(1));
        layers.ensure(new Layer("estate-ground", LayerKind.PARTITION, Optional.empty(), "小区用地", "Estate ground"));
        layers.ensure(new Layer("estate", LayerKind.PARTITION, Optional.of("estate-ground"), "小区", "Estate"));
        adopt("estate-ground", 0, PropertyAreas.ring(null));
        adopt("estate", 0, PropertyAreas.ring("WY"));
        List<NewGrid> grown = new java.util.ArrayList<>(PropertyAreas.ring(null));
        grown.add(TestTown.grid("WY9", null, 1, 1, 1, 1));
        adopt("estate-ground", 1, grown);
        filled = true;
    }

    @Test
    void countsWhatLiesInAFaceAndNothingTwice() {
        register.catchUp();
        JsonNode gap = standing(ESTATES, "GAP");
        JsonNode overlap = standing(REGISTER, "OVERLAP");

        assertThat(gap.path("inside")).isEmpty();
        assertThat(gap.path("around").valueStream().map(JsonNode::asString)).contains("WY1", "WY2", "WY5");
        assertThat(gap.path("doors").asInt()).as("a stairwell and a gate").isEqualTo(2);
        assertThat(gap.path("households").asInt()).isEqualTo(12);
        assertThat(gap.path("streetMeters").asDouble()).isCloseTo(964.6, within(1.0));
        assertThat(gap.path("cases").asInt())
                .as("one is too old, one on the border belongs to the grid beside it")
                .isEqualTo(1);
        assertThat(overlap.path("inside").valueStream().map(JsonNode::asString)).containsExactly("WY2", "WY4");
        assertThat(overlap.path("doors").asInt()).isEqualTo(1);
        assertThat(overlap.path("households").isNull()).isTrue();
        assertThat(overlap.path("cases").asInt()).isEqualTo(1);
        assertThat(overlap.path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(register.named("estate", 122.115, 30.012, Instant.now(), null))
                .contains(gap.path("id").asString());
        assertThat(register.named(LAYER, 122.115, 30.012, Instant.now(), null))
                .as("a free layer has no gaps")
                .isEmpty();
        assertThat(register.named(LAYER, 122.105, 30.005, Instant.now(), null)).isEmpty();
        assertThat(register.named("micro-grid", 122.105, 30.005, Instant.now(), null))
                .isEmpty();
    }

    @Test
    void keepsIdsWhileBordersMoveReopensWhatReturnsAndRemembersWhatItSaid() {
        register.catchUp();
        String id = standing(REGISTER, "OVERLAP").path("id").asString();
        int scans = register.list(all(null), null, null).standing().size();
        register.catchUp();
        assertThat(register.list(all(null), null, null).standing()).hasSize(scans);

        adopt(1, PropertyAreas.sharing(2));
        register.catchUp();
        assertThat(standing(REGISTER, "OVERLAP").path("id").asString()).isEqualTo(id);
        assertThat(standing(REGISTER, "OVERLAP").path("areaSquareMeters").asDouble())
                .as("the shared ground grew")
                .isGreaterThan(1.1e6);
        Instant grown = Instant.now();

        adopt(2, PropertyAreas.sharing(0));
        register.catchUp();
        assertThat(planner.get(REGISTER + "/" + id).json().path("state").asString())
                .isEqualTo("FIXED");
        assertThat(planner.get(REGISTER + "?kind=OVERLAP").json().path("items")).isEmpty();
        JsonNode then = planner.get(REGISTER + "?kind=overlap&at=" + grown + "&knownAt=" + grown)
                .json();
        assertThat(then.path("items").get(0).path("id").asString()).isEqualTo(id);
        assertThat(then.path("items").get(0).path("state").asString()).isEqualTo("OPEN");
        assertThat(then.path("receipt").path("overlapSquareMeters").asDouble()).isPositive();
        assertThat(patch(id, "{\"state\":\"ACCEPTED\"}", "\"2\"").status())
                .as("a mended entry")
                .isEqualTo(409);

        adopt(3, PropertyAreas.sharing(1));
        register.catchUp();
        JsonNode again = planner.get(REGISTER + "/" + id).json();
        assertThat(again.path("state").asString()).isEqualTo("OPEN");
        assertThat(again.path("history").valueStream().map(entry -> entry.path("change")
                        .asString()))
                .startsWith("FOUND")
                .endsWith("FIXED", "REOPENED");
    }

    @Test
    void leavesNothingToMendWhenALayerIsRetired() {
        Layers layers = context.getBean(Layers.class);
        layers.ensure(new Layer("old-area", LayerKind.FREE, Optional.empty(), "旧片区", "Old area"));
        editions.adopt(
                new AdoptEdition(
                        "old-area",
                        start,
                        List.of(TestTown.grid("A", null, 0, 0, 2, 2), TestTown.grid("B", null, 1, 1, 2, 2)),
                        Optional.empty(),
                        "test"),
                "planner");
        register.catchUp();
        String path = "/api/v1/layers/old-area/register";
        assertThat(planner.get(path).json().path("items")).hasSize(1);

        editions.retire(new RetireEdition("old-area", Instant.now().minusSeconds(1), "no longer used"), "planner");
        register.catchUp();
        assertThat(planner.get(path).json().path("items")).isEmpty();
        assertThat(planner.get(path).json().path("scan").isNull()).isTrue();
        assertThat(planner.get(path + "?state=FIXED").json().path("items")).hasSize(1);
    }

    @Test
    void saysWhatPastBordersLeaveAsKnownThenAndAsKnownNow() {
        context.getBean(Layers.class)
                .ensure(new Layer("past-area", LayerKind.FREE, Optional.empty(), "往年片区", "Past area"));
        Instant before = Instant.now();
        adopt("past-area", 10, PropertyAreas.sharing(0));
        adopt("past-area", 0, PropertyAreas.sharing(1));
        register.catchUp();
        String path = "/api/v1/layers/past-area/register?at=";

        JsonNode past = planner.get(path + start.plus(Duration.ofDays(5))).json();
        assertThat(past.path("items")).hasSize(1);
        assertThat(past.path("items").get(0).path("inside").valueStream().map(JsonNode::asString))
                .containsExactly("WY2", "WY4");
        assertThat(past.path("items").get(0).path("doors").asInt()).isEqualTo(1);
        assertThat(past.path("scan").path("stored").asBoolean())
                .as("never in force while the register looked")
                .isFalse();
        assertThat(past.path("receipt").path("overlapSquareMeters").asDouble())
                .isCloseTo(past.path("items").get(0).path("areaSquareMeters").asDouble(), within(1e-3));
        assertThat(planner.get(path + Instant.now()).json().path("items")).isEmpty();
        JsonNode unheard = planner.get(path + start.plus(Duration.ofDays(5)) + "&knownAt=" + before)
                .json();
        assertThat(unheard.path("items")).isEmpty();
        assertThat(unheard.path("scan").isNull()).isTrue();
    }

    @Test
    void refusesChangesThatCannotBeAndWritesDownThoseThatAre() {
        register.catchUp();
        String id = standing(ESTATES, "GAP").path("id").asString();
        String tag = planner.get(ESTATES + "/" + id).header("ETag");

        assertThat(planner.sendText("PATCH", ESTATES + "/" + id, "application/json", "{}")
                        .status())
                .isEqualTo(428);
        assertThat(patch(id, "{}", "\"99\"").status()).isEqualTo(412);
        assertThat(patch(id, "{}", "\"x\"").status()).isEqualTo(412);
        assertThat(patch(id, "[]", tag).status()).isEqualTo(400);
        assertThat(patch(id, "{\"state\":\"GONE\"}", tag).status()).isEqualTo(400);
        assertThat(patch(id, "{\"state\":\"FIXED\"}", tag).status()).isEqualTo(422);
        assertThat(patch(id, "{\"owner\":7}", tag).status()).isEqualTo(400);
        assertThat(patch(id, "{\"stat\":\"OPEN\"}", tag).problem()).isEqualTo("unknown-member");
        assertThat(patch(id, "{\"note\":\"" + "x".repeat(4_001) + "\"}", tag).status())
                .isEqualTo(422);
        assertThat(patch("gap-estate-999999", "{}", tag).status()).isEqualTo(404);
        assertThat(planner.as("dispatcher")
                        .sendText("PATCH", ESTATES + "/" + id, "application/json", "{}", "If-Match", tag)
                        .status())
                .isEqualTo(403);
        assertThat(planner.get(ESTATES + "?state=NEVER").status()).isEqualTo(400);
        assertThat(planner.get("/api/v1/layers/nowhere/register").status()).isEqualTo(404);

        TestApi.Answer accepted =
                patch(id, "{\"state\":\"ACCEPTED\",\"owner\":{\"team\":\"街道办\"},\"note\":\"an enclave\"}", tag);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.json().path("owner").path("team").asString()).isEqualTo("街道办");
        TestApi.Answer opened = patch(id, "{\"state\":\"OPEN\",\"owner\":null,\"note\":null}", accepted.header("ETag"));
        assertThat(opened.json().path("owner").path("team").isNull()).isTrue();
        assertThat(opened.json().path("note").isNull()).isTrue();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM access.audit_events WHERE action = 'REGISTER_CHANGED' AND object = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static RegisterFilter all(Instant at) {
        return new RegisterFilter(LAYER, java.util.Set.of(), java.util.Set.of(), at, at);
    }

    private TestApi.Answer patch(String id, String body, String tag) {
        String register = id.contains("estate") ? ESTATES : REGISTER;
        return planner.sendText("PATCH", register + "/" + id, "application/json", body, "If-Match", tag);
    }

    private JsonNode standing(String register, String kind) {
        JsonNode page = planner.get(register + "?kind=" + kind).json();
        assertThat(page.path("items")).hasSize(1);
        return page.path("items").get(0);
    }

    private void adopt(int day, List<NewGrid> grids) {
        adopt(LAYER, day, grids);
    }

    private void adopt(String layer, int day, List<NewGrid> grids) {
        editions.adopt(
                new AdoptEdition(layer, start.plus(Duration.ofDays(day)), grids, Optional.empty(), "test"), "planner");
    }

    private static PastIncident past(double lon, double lat, int daysAgo) {
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        return new PastIncident(null, "noise", "past", lon, lat, at, null, null, at, Map.of());
    }
}
