package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.GridwardIT;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.Match;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@GridwardIT
@TestPropertySource(properties = "own-database=HomeGridIT")
class HomeGridIT {

    private static final Instant SUMMER = Instant.parse("2025-06-01T00:00:00Z");

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    HomeGrid homeGrid;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theMicroGridStandsForAnIncidentWhateverFreeOrFlatLayersLieAboveIt() {
        TestTown.adopt(layers, editions, map);
        adopt(new Layer("property-area", LayerKind.FREE, Optional.empty(), "物业片区", "Property area"), "WY001");
        adopt(new Layer("beat", LayerKind.PARTITION, Optional.empty(), "警务区", "Beat"), "0111");
        List<Match> matches = map.locate(122.115, 30.015, SUMMER, null);
        assertThat(matches).extracting(Match::gridCode).contains("WY001", "0111");
        assertThat(homeGrid.of(null, matches)).isEqualTo(TestTown.micro(1, 1));
        assertThat(homeGrid.of(
                        null,
                        matches.stream()
                                .filter(match -> match.layer().equals("property-area"))
                                .toList()))
                .isEqualTo("WY001");
        assertThat(homeGrid.of(null, List.of())).isNull();
    }

    @Test
    void aLayerMadeAndDrawnInOneTransactionIsPlacedInItTooThoughNobodyElseKnowsItYet() {
        TestTown.adopt(layers, editions, map);
        transaction.executeWithoutResult(status -> {
            adopt(new Layer("block", LayerKind.PARTITION, Optional.empty(), "街坊", "Block"), "B1");
            assertThat(map.find("block")).isEmpty();
            assertThat(homeGrid.of(null, List.of(match("block", "B1")))).isEqualTo("B1");
        });
        assertThat(map.find("block")).isPresent();
    }

    private static Match match(String layer, String code) {
        return new Match(layer, code, code, "edition", 1, 10, null);
    }

    private void adopt(Layer layer, String code) {
        layers.ensure(layer);
        editions.adopt(TestTown.edition(layer.code(), List.of(TestTown.grid(code, null, 0, 0, 4, 4))), "test");
    }
}
