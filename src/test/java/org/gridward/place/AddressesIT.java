package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** An address that means one place is taken; one that means none or several is asked back, with the places to choose from. */
@GridwardIT
@TestPropertySource(properties = "own-database=addresses")
class AddressesIT {

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
        if (map.find("micro-grid").isPresent()) {
            return;
        }
        TestTown.adopt(layers, editions, map);
        layers.ensure(new Layer("street-segment", LayerKind.FREE, java.util.Optional.empty(), "路段", "Street segment"));
        editions.adopt(
                TestTown.edition(
                        "street-segment",
                        List.of(TestTown.grid("SEG-A", null, 0, 0, 2, 1), TestTown.grid("SEG-B", null, 2, 0, 2, 1))),
                "test");
        street("文涵路", 122.1000, 30.0050, 122.1400, 30.0050);
        street("横街", 122.1130, 30.0000, 122.1130, 30.0090);
        places.load(List.of(
                        house("S-922", "文涵路", "922", 122.1110, 30.0052),
                        house("S-924", "文涵路", "924", 122.1115, 30.0052),
                        house("S-926", "文涵路", "926", 122.1120, 30.0052),
                        house("S-930", "文涵路", "930", 122.1140, 30.0052),
                        house("S-923", "文涵路", "923", 122.1112, 30.0048),
                        house("S-990", "文涵路", "990", 122.1260, 30.0052),
                        house("S-988", "文涵路", "988", 122.1180, 30.0052),
                        house("J-1", "解放路", "12", 122.1010, 30.0350),
                        house("J-2", "解放路", "12", 122.1350, 30.0350),
                        place("B-171", "building", Map.of("estate", "祥东小区", "building", "171")),
                        place("X-65", "building", Map.of("estate", "祥东小区", "building", "65")),
                        place("H-65", "building", Map.of("estate", "海德名园", "building", "65")),
                        place("L-3", "building", Map.of("lane", "文诚路12弄", "building", "3", "unit", "1")),
                        place("L-3-2", "stairwell", Map.of("lane", "文诚路12弄", "building", "3", "unit", "2")),
                        place("LP-1", "lamp-post", Map.of("lampPost", "黄桥村0116")),
                        place("VE-1", "vessel", Map.of("mmsi", "412345678", "number", "浙嵊渔05885")))
                .iterator());
    }

    @ParameterizedTest
    @CsvSource({
        "文涵路922-926, S-924, STREET_RANGE",
        "文涵路９２２號－９２６號, S-924, STREET_RANGE",
        "文涵路 924 号, S-924, STREET_NUMBER",
        "171-401, B-171, BUILDING",
        "171号401室, B-171, BUILDING",
        "祥东小区 171 棟 401 室, B-171, BUILDING",
        "文诚路12弄3号2单元501室, L-3-2, BUILDING",
        "灯杆号黄桥村116, LP-1, LAMP_POST",
        "黄桥村116, LP-1, LAMP_POST",
        "黄桥村0116, LP-1, LAMP_POST",
    })
    void anAddressThatMeansOnePlaceIsFound(String address, String code, String how) {
        JsonNode found = ask(address).path("found");
        assertThat(found.path("spot").path("code").asString()).isEqualTo(code);
        assertThat(found.path("locatedBy").asString()).isEqualTo(how);
    }

    @Test
    void aRangeKeepsBothEndsTheSegmentAndTheStretch() {
        JsonNode incident = report(Map.of("address", "文涵路922-926")).json();
        JsonNode found = dispatcher
                .get("/api/v1/incidents/" + incident.path("id").asString())
                .json()
                .path("reportedLocation")
                .path("found");
        assertThat(found.path("span").path("fromPlace").asString()).isEqualTo("S-922");
        assertThat(found.path("span").path("toPlace").asString()).isEqualTo("S-926");
        assertThat(found.path("span").path("segment").asString()).isEqualTo("SEG-A");
        assertThat(jdbc.sql("SELECT segment IS NOT NULL FROM incident.incidents WHERE id = ?::uuid")
                        .param(incident.path("id").asString())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        JsonNode room = report(Map.of("address", "171-401")).json();
        assertThat(dispatcher
                        .get("/api/v1/incidents/" + room.path("id").asString())
                        .json()
                        .path("reportedLocation")
                        .path("found")
                        .path("room")
                        .asString())
                .isEqualTo("401");
    }

    @ParameterizedTest
    @CsvSource({
        "文涵路922-930, range-not-on-one-segment, S-922",
        "文涵路988-990, range-not-on-one-segment, S-990",
        "文涵路922-923, range-not-on-one-segment, S-923",
        "文涵路922-928, location-not-found, S-922",
        "文涵路1, location-not-found, S-922",
        "65号, ambiguous-place, H-65",
        "65-301, ambiguous-place, X-65",
        "解放路12号, ambiguous-place, J-2",
        "祥东小区999号, location-not-found, B-171",
        "灯杆号无名路5, location-not-found, ",
        "西湖, location-not-found, ",
    })
    void anAddressThatMeansNoneOrSeveralIsAskedBackWithChoices(String address, String problem, String choice) {
        TestApi.Answer asked = report(Map.of("address", address));
        assertThat(asked.status()).as(asked.body()).isEqualTo(422);
        assertThat(asked.problem()).isEqualTo(problem);
        if (choice != null) {
            assertThat(asked.json().path("errors").valueStream().map(error -> error.path("placeCode")
                            .asString("")))
                    .contains(choice);
            assertThat(report(Map.of("address", address, "placeCode", choice)).status())
                    .isEqualTo(201);
        }
        assertThat(ask(address).path("problem").asString()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"412345678", "浙嵊渔05885", "VE-1", "地点VE-1"})
    void aVesselIsFoundWhereItWasLastKnown(String vessel) {
        TestApi.Answer reported = report(Map.of("vessel", vessel));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
        assertThat(reported.json().path("decision").path("locatedBy").asString())
                .isEqualTo("VESSEL");
        assertThat(report(Map.of("vessel", "nowhere")).problem()).isEqualTo("location-not-found");
    }

    @Test
    void aMegabyteOfTextMarkupOrControlCharactersIsNoAddress() {
        for (String hostile :
                List.of("路1".repeat(300_000), "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u0007\u001b[2J1")) {
            for (String form : List.of("address", "placeCode", "lampPost", "qr", "vessel")) {
                TestApi.Answer answer = report(Map.of(form, hostile));
                assertThat(answer.status()).as(form).isIn(400, 413, 422);
                assertThat(answer.body().length()).isLessThan(4_000);
            }
        }
    }

    private TestApi.Answer report(Map<String, Object> location) {
        return dispatcher.post(
                "/api/v1/incidents",
                Map.of("category", "noise", "description", "测试", "channel", "PHONE", "location", location));
    }

    private JsonNode ask(String address) {
        return dispatcher
                .get("/api/v1/addresses?text=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .json();
    }

    private void street(String name, double west, double south, double east, double north) {
        jdbc.sql(
                        "INSERT INTO mapdata.features (theme, class, rank, min_zoom, name_zh, name_en, geom) VALUES"
                                + " ('street', 'main', 4, 10, ?, '', ST_SetSRID(ST_MakeLine(ST_MakePoint(?, ?), ST_MakePoint(?, ?)), 4326))")
                .params(name, west, south, east, north)
                .update();
    }

    private static NewPlace house(String code, String street, String number, double lon, double lat) {
        return new NewPlace(code, "shop", "店" + code, code, lon, lat, Map.of("street", street, "number", number));
    }

    private static NewPlace place(String code, String kind, Map<String, Object> attributes) {
        return new NewPlace(code, kind, "地点" + code, code, 122.12, 30.02, attributes);
    }
}
