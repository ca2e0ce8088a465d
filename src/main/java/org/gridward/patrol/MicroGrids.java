package org.gridward.patrol;

import java.time.Instant;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.springframework.stereotype.Component;

/** The micro-grid that holds a fix at its time, from memory. */
@Component
class MicroGrids {

    static final String LAYER = "micro-grid";

    private final GridMap grids;

    MicroGrids(GridMap grids) {
        this.grids = grids;
    }

    /** The code of the micro-grid, by the register as it is known now; null where none holds the spot. */
    String codeAt(double lon, double lat, Instant at) {
        Optional<LayerMap> map = grids.find(LAYER, at, null);
        return map.flatMap(known -> known.owner(lon, lat)).orElse(null);
    }
}
