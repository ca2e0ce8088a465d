package org.gridward.mapdata.join;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.EditionLocator;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.platform.Problem;

/**
 * The join of points with one layer's edition at one time: which grid, and how the point stands. Immutable; one instance
 * serves a whole file, so that an edition adopted meanwhile changes nothing in it.
 */
public final class LayerJoin {

    private final String layer;
    private final String edition;
    private final Instant at;
    private final Instant knownAt;
    private final GridLocator locator;
    private final boolean free;
    private final List<GridLocator> wider;

    LayerJoin(
            String layer,
            String edition,
            Instant at,
            Instant knownAt,
            GridLocator locator,
            boolean free,
            List<GridLocator> wider) {
        this.layer = layer;
        this.edition = edition;
        this.at = at;
        this.knownAt = knownAt;
        this.locator = locator;
        this.free = free;
        this.wider = List.copyOf(wider);
    }

    /**
     * The join with a layer as it was in force at a time, as the register knew it at another.
     *
     * @throws Problem 404 for an unknown layer, 422 {@code no-edition} when the layer had none in force then
     */
    public static LayerJoin of(GridMap grids, String layer, Instant at, Instant knownAt) {
        return of(grids, layer, at, knownAt, code -> grids.find(code, at, knownAt)
                .map(map -> new EditionLocator(map.edition(), map.locator())));
    }

    /** The same join for one file in a process of its own: holds the locators and nothing else of their editions. */
    public static LayerJoin lean(GridMap grids, String layer, Instant at, Instant knownAt) {
        return of(grids, layer, at, knownAt, code -> grids.locator(code, at, knownAt));
    }

    private static LayerJoin of(
            GridMap grids,
            String layer,
            Instant at,
            Instant knownAt,
            Function<String, Optional<EditionLocator>> inForce) {
        Layer known = grids.layer(layer);
        EditionLocator own = inForce.apply(layer)
                .orElseThrow(() -> Problem.unprocessable(
                        "no-edition",
                        "The layer '" + layer + "' has no edition in force at " + at + ", as known at " + knownAt
                                + "; adopt one that is valid from then, or ask for another time."));
        List<GridLocator> wider = new ArrayList<>();
        for (Optional<String> up = known.kind() == LayerKind.FREE ? Optional.empty() : known.parent();
                up.isPresent();
                up = grids.layer(up.get()).parent()) {
            inForce.apply(up.get()).map(EditionLocator::locator).ifPresent(wider::add);
        }
        return new LayerJoin(
                layer, own.edition().toString(), at, knownAt, own.locator(), known.kind() == LayerKind.FREE, wider);
    }

    public String layer() {
        return layer;
    }

    /** Id of the edition that answers. */
    public String edition() {
        return edition;
    }

    GridLocator locator() {
        return locator;
    }

    /** How many codes there are; indices run from 0. */
    public int size() {
        return locator.size();
    }

    public String code(int index) {
        return locator.code(index);
    }

    /** Index of the point's grid, or {@link GridLocator#NONE}; also for what is no position. */
    public int locate(double lon, double lat) {
        return locator.locate(lon, lat);
    }

    /** Many points at once: longitude and latitude in turn; NaN for a point that is none. */
    public void locate(double[] lonLat, int[] out) {
        locator.locate(lonLat, out);
    }

    /** How a point stands whose grid has been found to be {@code index}. */
    public PointStanding standing(int index, double lon, double lat) {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            return PointStanding.INVALID;
        }
        if (index != GridLocator.NONE) {
            return free && locator.locateAll(lon, lat).length > 1 ? PointStanding.JOINT : PointStanding.OWNED;
        }
        for (GridLocator above : wider) {
            if (above.locate(lon, lat) != GridLocator.NONE) {
                return PointStanding.GAP;
            }
        }
        return PointStanding.OUTSIDE;
    }

    /** The receipt of what was added up with this join. */
    public Receipt receipt(Tally tally) {
        return tally.receipt(layer, edition, at, knownAt);
    }
}
