package org.gridward.place;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** The grids of every layer in force at a time that hold a spot, from memory. */
@Component
class HoldingGrids {

    /** A grid as a filter: the map that knows it, its code, its box in degrees. */
    record Holder(LayerMap map, String gridCode, Envelope box) {

        boolean holds(double lon, double lat) {
            return codes(map, lon, lat).contains(gridCode);
        }
    }

    private final GridMap grids;
    private final Clock clock;

    HoldingGrids(GridMap grids, Clock clock) {
        this.grids = grids;
        this.clock = clock;
    }

    /** @throws Problem 404 when no layer in force then has the grid */
    Holder holder(String gridCode, Instant at, Instant knownAt) {
        return inForce(at, knownAt).stream()
                .filter(map -> map.find(gridCode).isPresent())
                .findFirst()
                .map(map -> new Holder(map, gridCode, map.shape(gridCode).getEnvelopeInternal()))
                .orElseThrow(() -> Problem.notFound(
                        "unknown-grid",
                        "No layer in force has a grid '" + gridCode + "'; GET /api/v1/layers lists them."));
    }

    /** The maps in force at a time, as known at a time (null: now), to be asked for many spots. */
    List<LayerMap> inForce(Instant at, Instant knownAt) {
        return grids.maps(at == null ? clock.instant() : at, knownAt);
    }

    /** Every grid of the maps that holds the spot, the widest layer first. */
    static List<HeldBy> at(List<LayerMap> maps, double lon, double lat) {
        List<HeldBy> held = new ArrayList<>();
        for (LayerMap map : maps) {
            for (String code : codes(map, lon, lat)) {
                String name = map.find(code).map(GridInfo::nameZh).orElse("");
                held.add(
                        new HeldBy(map.layer().code(), code, name, map.edition().toString()));
            }
        }
        return held;
    }

    /** One code at most in a partition, by the border rule; any number in a free layer. */
    private static List<String> codes(LayerMap map, double lon, double lat) {
        if (map.layer().kind() == LayerKind.PARTITION) {
            return map.owner(lon, lat).map(List::of).orElse(List.of());
        }
        GridLocator locator = map.locator();
        List<String> codes = new ArrayList<>();
        for (int index : locator.locateAll(lon, lat)) {
            codes.add(locator.code(index));
        }
        return codes;
    }
}
