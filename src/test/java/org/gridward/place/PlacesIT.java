package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class PlacesIT {

    @Autowired
    Places places;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyRegister() {
        TestTown.adopt(layers, editions, map);
        jdbc.sql("DELETE FROM place.places").update();
    }

    @Test
    void loadsManyPlacesAndPagesThroughThemWithoutHoleOrRepetition() {
        long loaded = places.load(IntStream.range(0, 2_500)
                .mapToObj(i -> place(
                        String.format("LP-%05d", i),
                        "lamp-post",
                        122.1 + (i % 50) * 0.0008,
                        30.0 + (i / 50) * 0.0008,
                        Map.of()))
                .iterator());
        assertThat(loaded).isEqualTo(2_500);

        Set<String> seen = new HashSet<>();
        Optional<String> after = Optional.empty();
        do {
            PlacePage page = places.list(PlaceFilter.ofKind("lamp-post"), after, 1_000);
            page.places().forEach(place -> assertThat(seen.add(place.code())).isTrue());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(2_500);
    }

    @Test
    void storesNothingOfALoadWithOneBadRow() {
        List<NewPlace> rows = new ArrayList<>(List.of(shop("A"), shop("B")));
        rows.add(place("C", "castle", 122.11, 30.01, Map.of()));
        assertThatThrownBy(() -> places.load(rows.iterator()))
                .isInstanceOf(Problem.class)
                .satisfies(problem -> assertThat(((Problem) problem).entries().toString())
                        .contains("castle")
                        .contains("row 2"));
        rows.set(2, place("C", "shop", 120, 30.01, Map.of()));
        assertThatThrownBy(() -> places.load(rows.iterator())).hasMessageContaining("outside this jurisdiction");
        rows.set(2, shop("A"));
        assertThatThrownBy(() -> places.load(rows.iterator())).hasMessageContaining("(code)=(A)");
        assertThat(places.find("A")).isEmpty();
    }

    @Test
    void keepsNamesAndAttributesExactly() {
        Map<String, Object> attributes = Map.of("street", "海晏路", "note", "引号\"\\\t😀", "ports", 12, "open", true);
        places.load(
                List.of(new NewPlace("S-1", "shop", "面馆", "Noodle \"bar\"", 122.123456789, 30.0123456789, attributes))
                        .iterator());
        Place stored = places.get("S-1");
        assertThat(stored.nameEn()).isEqualTo("Noodle \"bar\"");
        assertThat(stored.lon()).isEqualTo(122.123456789);
        assertThat(stored.attributes()).isEqualTo(attributes);
        assertThat(stored.version()).isEqualTo(1);
    }

    @Test
    void listsThePlacesOfAGridByTheBorderRule() {
        places.load(List.of(
                        place("INSIDE", "shop", 122.115, 30.015, Map.of()),
                        place("BORDER", "shop", TestTown.lon(1), 30.015, Map.of()),
                        place("NEXT", "shop", 122.125, 30.015, Map.of()))
                .iterator());
        String western = TestTown.micro(0, 1);
        String eastern = TestTown.micro(1, 1);
        String lower = western.compareTo(eastern) < 0 ? western : eastern;
        assertThat(codes(inGrid(eastern))).contains("INSIDE").doesNotContain("NEXT");
        assertThat(codes(inGrid(lower))).contains("BORDER");
        assertThat(codes(inGrid(lower.equals(western) ? eastern : western))).doesNotContain("BORDER");
        assertThatThrownBy(() -> inGrid("no-such-grid")).hasMessageContaining("no-such-grid");
    }

    @Test
    void narrowsByKindBoxAndTextTogether() {
        places.load(List.of(
                        new NewPlace("S-1", "shop", "一号 100%面馆", "Shop_1", 122.11, 30.01, Map.of()),
                        new NewPlace("S-2", "shop", "二号 100面馆", "ShopX1", 122.13, 30.01, Map.of()),
                        new NewPlace("L-1", "lamp-post", "面馆灯", "", 122.11, 30.01, Map.of()))
                .iterator());
        PlaceFilter noodles = new PlaceFilter(
                Optional.of("shop"),
                Optional.of(new Envelope(122.1, 122.12, 30.0, 30.02)),
                Optional.empty(),
                Optional.of("面馆"));
        assertThat(codes(places.list(noodles, Optional.empty(), 10))).containsExactly("S-1");
        assertThat(codes(places.list(text("100%"), Optional.empty(), 10))).containsExactly("S-1");
        assertThat(codes(places.list(text("shop_1"), Optional.empty(), 10))).containsExactly("S-1");
    }

    @Test
    void saysWhichGridsHoldAPlaceTheWidestFirst() {
        Place place = places.create(shop("S-1"));
        assertThat(places.heldBy(List.of(place)).get(0))
                .extracting(HeldBy::gridCode)
                .containsSubsequence("330999001", "330999001001", "33099900100102", TestTown.micro(1, 1));
    }

    @Test
    void findsALampPostByItsCodeOrItsPrintedNumber() {
        places.load(List.of(
                        place("黄桥116", "lamp-post", 122.11, 30.01, Map.of()),
                        place("LP-2", "lamp-post", 122.12, 30.01, Map.of("lampPost", "渔港路7")),
                        place("S-9", "shop", 122.13, 30.01, Map.of("lampPost", "9")))
                .iterator());
        assertThat(places.findByLampPost("黄桥116")).map(PlaceSpot::code).contains("黄桥116");
        assertThat(places.findByLampPost("渔港路7")).map(PlaceSpot::code).contains("LP-2");
        assertThat(places.findByLampPost("9")).isEmpty();
    }

    @Test
    void findsANoticeBoardByItsTokenAndKeepsTokensUnique() {
        places.create(place("NB-1", "notice-board", 122.11, 30.01, Map.of("token", "t-1")));
        assertThat(places.findByToken("t-1")).map(PlaceSpot::code).contains("NB-1");
        assertThat(places.findByToken("t-2")).isEmpty();
        assertThatThrownBy(() -> places.create(place("NB-2", "notice-board", 122.11, 30.01, Map.of("token", "t-1"))))
                .hasMessageContaining("NB-1");
    }

    @ParameterizedTest
    @CsvSource({
        "文涵路922-926号, S-924",
        "文涵路925, S-924",
        "文涵路 900, S-900",
        "S-900, S-900",
        "海鲜大排档, S-900",
        "Seafood Stall, S-900",
        "渔港广场东侧, S-900",
        "171-401, B-171",
        "祥东小区65号301室, X-65",
        "海德名园65-301, H-65",
    })
    void findsTheSpotOfAWrittenAddress(String address, String code) {
        loadAddresses();
        assertThat(places.findByAddress(address)).map(PlaceSpot::code).contains(code);
    }

    @Test
    void asksBackWhenAnAddressFitsTwoEstates() {
        loadAddresses();
        assertThatThrownBy(() -> places.findByAddress("65号"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("H-65")
                .hasMessageContaining("X-65");
        assertThat(places.findByAddress("文涵路1")).isEmpty();
        assertThat(places.findByAddress("西湖")).isEmpty();
    }

    @Test
    void answersEveryLookupFromAnIndex() {
        places.load(IntStream.range(0, 5_000)
                .mapToObj(i -> new NewPlace(
                        "LP-" + i,
                        "lamp-post",
                        "灯" + i,
                        "Post " + i,
                        122.2,
                        30.1,
                        Map.of(
                                "token",
                                "t" + i,
                                "lampPost",
                                "" + i,
                                "street",
                                "路" + i,
                                "number",
                                "" + i,
                                "address",
                                "址" + i)))
                .iterator());
        jdbc.sql("ANALYZE place.places").update();
        assertThat(plan("find_by_token")).contains("places_token_key");
        assertThat(plan("find_by_lamp_post")).contains("places_lamp_post_idx").contains("places_pkey");
        assertThat(plan("find_by_street_number")).contains("places_street_number_idx");
        assertThat(plan("find_by_building")).contains("places_building_idx");
        assertThat(plan("find_by_name"))
                .contains("places_pkey", "places_address_idx", "places_name_zh_idx", "places_name_en_idx");
    }

    private String plan(String statement) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + Sql.of("place/" + statement))
                        .param("token", "t7")
                        .param("numbers", new String[] {"7"})
                        .param("unit", null)
                        .param("street", "路7")
                        .param("numberFrom", 7)
                        .param("numberTo", 7)
                        .param("building", "7")
                        .param("estate", null)
                        .param("text", "灯7")
                        .query(String.class)
                        .list());
    }

    private void loadAddresses() {
        places.load(List.of(
                        new NewPlace(
                                "S-900",
                                "shop",
                                "海鲜大排档",
                                "Seafood Stall",
                                122.11,
                                30.01,
                                Map.of("street", "文涵路", "number", "900", "address", "渔港广场东侧")),
                        place("S-924", "shop", 122.12, 30.01, Map.of("street", "文涵路", "number", "922-926")),
                        place("S-921", "shop", 122.12, 30.01, Map.of("street", "文涵路", "number", "921")),
                        place("B-171", "building", 122.13, 30.01, Map.of("estate", "祥东小区", "building", "171")),
                        place("T-171", "stairwell", 122.13, 30.01, Map.of("estate", "祥东小区", "building", "171")),
                        place("X-65", "building", 122.13, 30.02, Map.of("estate", "祥东小区", "building", "65")),
                        place("H-65", "building", 122.12, 30.02, Map.of("estate", "海德名园", "building", "65")))
                .iterator());
    }

    private PlacePage inGrid(String code) {
        return places.list(
                new PlaceFilter(Optional.empty(), Optional.empty(), Optional.of(code), Optional.empty()),
                Optional.empty(),
                100);
    }

    private static PlaceFilter text(String text) {
        return new PlaceFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private static List<String> codes(PlacePage page) {
        return page.places().stream().map(Place::code).toList();
    }

    private static NewPlace shop(String code) {
        return place(code, "shop", 122.115, 30.015, Map.of());
    }

    private static NewPlace place(String code, String kind, double lon, double lat, Map<String, Object> attributes) {
        return new NewPlace(code, kind, "", "", lon, lat, attributes);
    }
}
