package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestLife;
import org.gridward.TestTown;
import org.gridward.evidence.TestPhotos;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Shops complain during a visit that trees hide their signs at 文涵路922-926: one stretch of street, one case. */
@GridwardIT
@TestPropertySource(properties = "own-database=C12")
class C12_TreesHideTheSigns922To926IT {

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

    @Autowired
    JdbcClient jdbc;

    private TestApi dispatcher;

    @BeforeEach
    void town() {
        dispatcher = TestApi.of(context).as("dispatcher");
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        TestTown.adopt(layers, editions, map);
        free("street-block", "BLOCK-3", 0, 0, 4, 2);
        free("comprehensive-grid", "CG-3", 0, 0, 4, 4);
        free("street-segment", "SEG-WENHAN-2", 0, 0, 2, 2);
        teams.load(TestTeams.all());
        for (double[] line : new double[][] {{122.10, 30.005, 122.14, 30.005}, {122.114, 30.0, 122.114, 30.02}}) {
            jdbc.sql(
                            "INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES ('street',"
                                    + " 'main', 4, 10, '路', '', ST_SetSRID(ST_MakeLine(ST_MakePoint(?, ?), ST_MakePoint(?, ?)), 4326))")
                    .params(line[0], line[1], line[2], line[3])
                    .update();
        }
        places.load(List.of(
                        shop("S-922", "922", 122.1110),
                        shop("S-924", "924", 122.1114),
                        shop("S-926", "926", 122.1118),
                        shop("S-930", "930", 122.1150),
                        new NewPlace("TREE-7", "tree", "香樟7", "Camphor 7", 122.1113, 30.0051, Map.of()),
                        new NewPlace("TREE-8", "tree", "香樟8", "Camphor 8", 122.1180, 30.0051, Map.of()))
                .iterator());
    }

    @Test
    void theRangeLiesOnOneSegmentAndTheMaintenanceUnitIsCalled() {
        TestApi.Answer filed = dispatcher.post("/api/v1/incidents", report("文涵路922-926"));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        JsonNode incident = filed.json();
        String id = incident.path("id").asString();
        assertThat(incident.path("matches").valueStream().map(match -> match.path("gridCode")
                        .asString()))
                .contains("BLOCK-3", "CG-3", "SEG-WENHAN-2");
        JsonNode span = TestLife.read(dispatcher, id)
                .path("reportedLocation")
                .path("found")
                .path("span");
        assertThat(span.path("segment").asString()).isEqualTo("SEG-WENHAN-2");
        assertThat(span.path("fromPlace").asString()).isEqualTo("S-922");
        assertThat(span.path("toPlace").asString()).isEqualTo("S-926");
        assertThat(jdbc.sql("SELECT ST_Length(segment::geography) FROM incident.incidents WHERE id = ?::uuid")
                        .param(id)
                        .query(Double.class)
                        .single())
                .isBetween(70.0, 85.0);

        JsonNode category = dispatcher
                .get("/api/v1/categories")
                .json()
                .path("categories")
                .valueStream()
                .flatMap(group -> group.path("children").valueStream())
                .filter(node -> node.path("code").asString().equals("greenery_obstruction"))
                .findFirst()
                .orElseThrow();
        String department = category.path("departments").get(0).asString();
        assertThat(department).isEqualTo("greening_maintenance");
        TestLife.act(
                dispatcher,
                id,
                "WHISTLE",
                "departments",
                List.of(department),
                "arriveBy",
                java.time.Instant.now().plusSeconds(86_400).toString(),
                "note",
                "请修剪遮挡店招的树枝");
        assertThat(treesBeside(span)).containsExactly("TREE-7");
        photo(id, "BEFORE");
        TestLife.finish(dispatcher, id);
        photo(id, "AFTER");
        JsonNode photos =
                dispatcher.get("/api/v1/incidents/" + id + "/photos").json().path("items");
        assertThat(photos.valueStream().map(photo -> photo.path("purpose").asString()))
                .containsExactlyInAnyOrder("BEFORE", "AFTER");
        assertThat(photos.valueStream().map(photo -> photo.path("far").asBoolean()))
                .containsOnly(false);
        JsonNode closed = TestLife.close(dispatcher, id);
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void aRangeAcrossAJunctionIsAskedBack() {
        TestApi.Answer asked = dispatcher.post("/api/v1/incidents", report("文涵路922-930"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.problem()).isEqualTo("range-not-on-one-segment");
        assertThat(asked.json().path("errors").valueStream().map(error -> error.path("placeCode")
                        .asString("")))
                .contains("S-922", "S-930");
    }

    /** The trees of the register within some metres of the stretch of street. */
    private List<String> treesBeside(JsonNode span) {
        JsonNode from = dispatcher
                .get("/api/v1/places/" + span.path("fromPlace").asString())
                .json();
        JsonNode to = dispatcher
                .get("/api/v1/places/" + span.path("toPlace").asString())
                .json();
        double margin = 0.0002;
        String bbox = (from.path("lon").asDouble() - margin) + ","
                + (from.path("lat").asDouble() - margin) + "," + (to.path("lon").asDouble() + margin) + ","
                + (to.path("lat").asDouble() + margin);
        return dispatcher
                .get("/api/v1/places?kind=tree&bbox=" + bbox)
                .json()
                .path("items")
                .valueStream()
                .map(tree -> tree.path("code").asString())
                .toList();
    }

    private void photo(String id, String purpose) {
        TestApi.Answer stored = dispatcher.send(
                "POST",
                "/api/v1/incidents/" + id + "/photos?purpose=" + purpose + "&lon=122.1114&lat=30.0051",
                TestPhotos.plain("jpg", 80 + purpose.length(), 60),
                "Content-Type",
                "image/jpeg");
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
    }

    private static Map<String, Object> report(String address) {
        return Map.of(
                "category", "greenery_obstruction",
                "description", "树枝遮住店招，台风天会掉枝",
                "channel", "VISIT",
                "location", Map.of("address", address));
    }

    private void free(String layer, String code, int x, int y, int width, int height) {
        layers.ensure(new Layer(layer, LayerKind.FREE, Optional.empty(), layer, layer));
        editions.adopt(TestTown.edition(layer, List.of(TestTown.grid(code, null, x, y, width, height))), "test");
    }

    private static NewPlace shop(String code, String number, double lon) {
        return new NewPlace(
                code, "shop", "店铺" + number, "Shop " + number, lon, 30.0052, Map.of("street", "文涵路", "number", number));
    }
}
