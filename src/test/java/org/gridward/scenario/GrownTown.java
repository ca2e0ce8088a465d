package org.gridward.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.TestTown;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.NewGrid;

/**
 * The test town grown east by one column of squares, from 122.14 to 122.15: town, community and grids have the new ground at
 * once, its micro-grids are drawn later. Until then nobody's micro-grid holds it.
 */
final class GrownTown {

    private static final String TOWN = "330999001";
    private static final String WEST = "330999001001";
    private static final String EAST = "330999001002";

    private final Editions editions;

    GrownTown(Editions editions) {
        this.editions = editions;
    }

    /** Adopts the larger town, community and grids. */
    void growAboveTheMicroGrids(Instant validFrom) {
        adopt("town", validFrom, List.of(TestTown.grid(TOWN, null, 0, 0, 5, 4)));
        adopt(
                "community",
                validFrom,
                List.of(TestTown.grid(WEST, TOWN, 0, 0, 2, 4), TestTown.grid(EAST, TOWN, 2, 0, 3, 4)));
        adopt(
                "grid",
                validFrom,
                List.of(
                        TestTown.grid(WEST + "01", WEST, 0, 2, 2, 2),
                        TestTown.grid(WEST + "02", WEST, 0, 0, 2, 2),
                        TestTown.grid(EAST + "01", EAST, 2, 2, 3, 2),
                        TestTown.grid(EAST + "02", EAST, 2, 0, 3, 2)));
    }

    /** The micro-grids with the new squares added. */
    List<NewGrid> allDrawn() {
        List<NewGrid> grids = new ArrayList<>(TestTown.microGrids());
        grids.add(TestTown.grid(EAST + "009", EAST + "01", 4, 2, 1, 2));
        grids.add(TestTown.grid(EAST + "010", EAST + "02", 4, 0, 1, 2));
        return grids;
    }

    void adopt(String layer, Instant validFrom, List<NewGrid> grids) {
        editions.adopt(new AdoptEdition(layer, validFrom, grids, Optional.empty(), "test"), "planner");
    }
}
