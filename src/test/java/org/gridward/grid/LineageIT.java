package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@GridwardIT
@TestPropertySource(properties = "own-database=EditionTimesIT")
class LineageIT {

    private static final Instant SPRING = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-09-01T00:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    Lineage lineage;

    private TestApi reader;

    @BeforeEach
    void connect() {
        reader = TestApi.of(context).as("patrol");
    }

    @Test
    void tellsSplitMergeCarveShiftRenameBirthAndEnd() {
        adopt("kinds", SPRING, grid("A", 0, 2), grid("B", 2, 2), grid("C", 4, 2), grid("D", 6, 1), grid("F", 9, 1));
        adopt(
                "kinds",
                SUMMER,
                grid("A1", 0, 1),
                grid("A2", 1, 1),
                grid("B", 2, 1),
                grid("B9", 3, 1),
                grid("C", 4, 3),
                grid("G", 20, 1));
        assertThat(told("kinds", SUMMER))
                .containsExactlyInAnyOrder(
                        "SPLIT [A] [A1, A2]", "CARVE [B] [B, B9]", "MERGE [C, D] [C]", "RETIRED [F] []", "BORN [] [G]");
        adopt(
                "kinds",
                AUTUMN,
                grid("A3", 0, 1),
                grid("A2", 1, 1),
                named("B", 2, "新名"),
                grid("B9", 3, 2),
                grid("C", 5, 2),
                grid("G", 20, 1));
        assertThat(told("kinds", AUTUMN))
                .containsExactlyInAnyOrder("RENAME [A1] [A3]", "RENAME [B] [B]", "SHIFT [B9] [B9]", "SHIFT [C] [C]");
    }

    @Test
    void saysHowMuchGroundWentWhereAndItAddsUp() {
        adopt("flows", SPRING, grid("A", 0, 2), grid("B", 2, 2));
        adopt("flows", SUMMER, grid("M", 0, 4));
        JsonNode items =
                reader.get("/api/v1/layers/flows/lineage?from=" + SUMMER).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        JsonNode merge = items.get(0);
        assertThat(merge.path("kind").asString()).isEqualTo("MERGE");
        assertThat(merge.path("at").asString()).isEqualTo(SUMMER.toString());
        double shares = merge.path("flows")
                .valueStream()
                .mapToDouble(flow -> flow.path("shareOfTo").asDouble())
                .sum();
        assertThat(shares).isEqualTo(1, within(1e-9));
    }

    @Test
    void aCodesHistoryNamesItsVersionsItsAncestorsAndItsHeirs() {
        adopt("past", SPRING, grid("P1", 0, 4));
        adopt("past", SUMMER, grid("P2", 0, 2), grid("P3", 2, 2));
        adopt("past", AUTUMN, grid("P2", 0, 2), grid("P4", 2, 1), grid("P5", 3, 1));
        JsonNode history = reader.get("/api/v1/grids/P3/history").json();
        assertThat(history.path("versions").size()).isEqualTo(1);
        assertThat(history.path("versions").get(0).path("validUntil").asString())
                .isEqualTo(AUTUMN.toString());
        assertThat(history.path("ancestors").toString()).isEqualTo("[\"P1\"]");
        assertThat(history.path("heirs").toString()).isEqualTo("[\"P4\",\"P5\"]");
        assertThat(history.path("steps").valueStream().map(step -> step.path("kind")
                        .asString()))
                .containsExactly("SPLIT", "SPLIT");
        assertThat(reader.get("/api/v1/grids/never/history").status()).isEqualTo(404);

        editions.retire(new RetireEdition("past", Instant.parse("2026-01-01T00:00:00Z"), "over"), "test");
        assertThat(reader.get("/api/v1/layers/past/lineage?code=P5")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(step -> step.path("kind").asString()))
                .containsExactly("SPLIT", "RETIRED");
    }

    @Test
    void anEditionPutBetweenTwoOthersChangesWhatFollowedWhat() {
        adopt("between", SPRING, grid("A", 0, 4));
        Edition last = adopt("between", AUTUMN, grid("B", 0, 2), grid("C", 2, 2));
        assertThat(told("between", AUTUMN)).containsExactly("SPLIT [A] [B, C]");
        adopt("between", SUMMER, grid("A", 0, 3), grid("C", 3, 1));
        assertThat(told("between", SUMMER)).containsExactly("CARVE [A] [A, C]");
        assertThat(told("between", AUTUMN)).contains("SPLIT [A] [B, C]");
        assertThat(lineage.events("between", AUTUMN, null, null, last.adoptedAt()).stream()
                        .map(event -> event.before()))
                .as("as known before the one between was")
                .hasSize(1);
    }

    private List<String> told(String layer, Instant at) {
        return lineage.events(layer, at, at.plusSeconds(1), null, null).stream()
                .map(event -> event.step().kind() + " " + event.step().from() + " "
                        + event.step().to())
                .toList();
    }

    private Edition adopt(String layer, Instant from, NewGrid... grids) {
        layers.ensure(new Layer(layer, LayerKind.FREE, Optional.empty(), layer, layer));
        return editions.adopt(new AdoptEdition(layer, from, List.of(grids), Optional.empty(), "test"), "test");
    }

    private static NewGrid grid(String code, int x, int width) {
        return TestTown.grid(code, null, x, 0, width, 1);
    }

    private static NewGrid named(String code, int x, String name) {
        NewGrid grid = grid(code, x, 1);
        return new NewGrid(
                code, name, grid.nameEn(), grid.parentCode(), grid.households(), grid.shape(), grid.attributes());
    }
}
