package org.gridward.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * One rule for gaps, asked on three fronts at the same spots: {@code /responsibility?layer=}, {@code /locate} and the register.
 * A PARTITION below a parent must cover it; a FREE layer, with a parent or without, must cover nothing.
 */
@GridwardIT
@TestPropertySource(properties = "own-database=three-fronts")
class ThreeFrontsIT {

    private static boolean filled;

    @Autowired
    ApplicationContext context;

    @Autowired
    Editions editions;

    @Autowired
    RegisterDesk register;

    private TestApi planner;

    @BeforeEach
    void fill() {
        planner = TestApi.of(context).as("planner");
        if (filled) {
            return;
        }
        Layers layers = context.getBean(Layers.class);
        TestTown.adopt(layers, editions, context.getBean(GridMap.class));
        layers.ensure(new Layer("sea", LayerKind.FREE, Optional.empty(), "海上", "Sea"));
        layers.ensure(new Layer("market", LayerKind.FREE, Optional.of("grid"), "市场", "Market"));
        layers.ensure(new Layer("ground", LayerKind.PARTITION, Optional.empty(), "用地", "Ground"));
        layers.ensure(new Layer("estate", LayerKind.PARTITION, Optional.of("ground"), "小区", "Estate"));
        List<NewGrid> ring = List.of(
                TestTown.grid("A1", null, 0, 0, 1, 3),
                TestTown.grid("A2", null, 1, 0, 3, 1),
                TestTown.grid("A3", null, 1, 2, 3, 1),
                TestTown.grid("A4", null, 2, 1, 2, 1),
                TestTown.grid("A5", null, 3, 0, 1, 1));
        adopt("sea", 0, ring);
        adopt("market", 0, ring);
        adopt("ground", 0, List.of(TestTown.grid("G1", null, 0, 0, 2, 1)));
        adopt("estate", 0, List.of(TestTown.grid("E1", "G1", 0, 0, 1, 1), TestTown.grid("E2", "G1", 1, 0, 1, 1)));
        adopt("ground", 1, List.of(TestTown.grid("G1", null, 0, 0, 2, 2)));
        register.catchUp();
        filled = true;
    }

    @Test
    void whatAFreeLayerLeavesIsOutsideOnEveryFront() {
        for (String layer : List.of("sea", "market")) {
            assertFronts(layer, 122.115, 30.015, "OUTSIDE");
            assertFronts(layer, 122.105, 30.035, "OUTSIDE");
            assertFronts(layer, 122.105, 30.005, "OWNED");
            assertFronts(layer, 122.135, 30.005, "JOINT");
            assertThat(planner.get("/api/v1/layers/" + layer + "/register?kind=GAP")
                            .json()
                            .path("items"))
                    .isEmpty();
        }
    }

    @Test
    void whatAPartitionLeavesOfItsParentIsAGapOnEveryFront() {
        assertFronts("estate", 122.115, 30.015, "GAP");
        assertFronts("estate", 122.105, 30.005, "OWNED");
        assertFronts("estate", 122.135, 30.035, "OUTSIDE");
        assertFronts("micro-grid", 122.115, 30.015, "OWNED");
        assertFronts("micro-grid", 122.155, 30.015, "OUTSIDE");
    }

    @Test
    void aDiscThatGrazesAGridIsJudgedByTheSameDoubtWithAndWithoutTheLayer() {
        assertThat(standing("layer=sea&accuracyMeters=100", 122.1192, 30.015))
                .as("a fifth in A4")
                .isEqualTo("OUTSIDE");
        assertThat(standing("layer=sea&accuracyMeters=100", 122.1208, 30.015)).isEqualTo("OWNED");
        assertThat(standing("layer=estate&accuracyMeters=100", 122.105, 30.0108))
                .isEqualTo("GAP");
        assertThat(standing("layer=micro-grid&accuracyMeters=100", 122.1408, 30.015))
                .isEqualTo("OUTSIDE");
        assertThat(standing("accuracyMeters=100", 122.1408, 30.015)).isEqualTo("OUTSIDE");
        TestApi.Answer doubted = ask("layer=sea&accuracyMeters=100&category=noise", 122.1201, 30.015);
        assertThat(doubted.json().path("doubt").path("outcome").asString()).isEqualTo("ASK");
        assertThat(doubted.json().path("doubt").path("gapShare").asDouble()).isBetween(0.4, 0.5);
        TestApi.Answer parted = ask("layer=micro-grid&accuracyMeters=100&category=noise", 122.1201, 30.015);
        TestApi.Answer all = ask("accuracyMeters=100&category=noise", 122.1201, 30.015);
        assertThat(parted.json().path("doubt").path("outcome"))
                .isEqualTo(all.json().path("doubt").path("outcome"));
        assertThat(parted.json().path("doubt").path("shares"))
                .isEqualTo(all.json().path("doubt").path("shares"));
    }

    private void assertFronts(String layer, double lon, double lat, String standing) {
        assertThat(standing("layer=" + layer, lon, lat))
                .as("/responsibility of " + layer)
                .isEqualTo(standing);
        TestApi.Answer located = planner.sendText(
                "POST",
                "/api/v1/locate?layer=" + layer,
                "text/csv",
                "lon,lat\n" + lon + "," + lat + "\n",
                "Accept",
                "text/csv");
        assertThat(located.body()).as("/locate in " + layer).endsWith("," + standing + "\n");
        String kind = standing.equals("GAP") ? "gap" : standing.equals("JOINT") ? "overlap" : null;
        Optional<String> face = register.named(layer, lon, lat, Instant.now(), null);
        assertThat(face.map(id -> id.substring(0, id.indexOf('-'))))
                .as("register of " + layer)
                .isEqualTo(Optional.ofNullable(kind));
    }

    private String standing(String question, double lon, double lat) {
        return ask(question, lon, lat).json().path("standing").asString();
    }

    private TestApi.Answer ask(String question, double lon, double lat) {
        TestApi.Answer answer = planner.get("/api/v1/responsibility?lon=" + lon + "&lat=" + lat + "&" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void adopt(String layer, int day, List<NewGrid> grids) {
        editions.adopt(
                new AdoptEdition(
                        layer, TestTown.VALID_FROM.plusSeconds(day * 86_400L), grids, Optional.empty(), "test"),
                "planner");
    }
}
