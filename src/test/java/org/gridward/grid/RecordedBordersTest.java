package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.gridward.bench.WigglyCity;
import org.gridward.geometry.Arc;
import org.gridward.geometry.ArcOwners;
import org.gridward.geometry.Arrangement;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Decisions by pairs of grids give every border point the owner that the arcs and nodes of the arrangement give it. */
class RecordedBordersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheArcsAndNodesOfTheArrangement(long seed) {
        List<GridShape> city = WigglyCity.of(40, 4, seed).microGrids();
        Arrangement arrangement = Arrangement.of(Map.of("micro-grid", city));
        GridLocator locator = GridLocator.build(city);
        Map<String, GridShape> byCode = new HashMap<>();
        city.forEach(shape -> byCode.put(shape.code(), shape));
        Random random = new Random(seed);
        Map<List<String>, BorderDecision> decided = new HashMap<>();
        for (Arc arc : arrangement.arcs()) {
            List<String> sides = arc.codes("micro-grid");
            if (sides.size() == 2 && random.nextBoolean()) {
                decided.put(sides, decision(sides, sides.get(random.nextInt(2))));
            }
        }
        RecordedBorders recorded = new RecordedBorders(
                List.copyOf(decided.values()), code -> index(locator, code), index -> byCode.get(locator.code(index))
                        .polygon());
        GridLocator byPairs = locator.withOwner(recorded::owner);
        GridLocator byArcs = locator.withOwner(
                ArcOwners.of(arrangement, "micro-grid", arc -> Optional.ofNullable(decided.get(arc.codes("micro-grid")))
                        .map(BorderDecision::owner)));

        List<String> differing = new ArrayList<>();
        int shared = 0;
        for (GridShape shape : city) {
            for (Coordinate at : shape.polygon().getCoordinates()) {
                shared += locator.locateAll(at.x, at.y).length > 1 ? 1 : 0;
                if (byPairs.locate(at.x, at.y) != byArcs.locate(at.x, at.y)) {
                    differing.add(at.x + " " + at.y);
                }
            }
        }
        assertThat(differing).as("seed %d", seed).isEmpty();
        assertThat(shared).isGreaterThan(1_000);
        assertThat(decided).hasSizeGreaterThan(20);
    }

    private static int index(GridLocator locator, String code) {
        for (int i = 0; i < locator.size(); i++) {
            if (locator.code(i).equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private static BorderDecision decision(List<String> sides, String owner) {
        return new BorderDecision(
                UUID.randomUUID(),
                "micro-grid",
                sides.get(0),
                sides.get(1),
                owner,
                Optional.empty(),
                "test",
                "test",
                Instant.EPOCH,
                List.of(),
                List.of());
    }
}
