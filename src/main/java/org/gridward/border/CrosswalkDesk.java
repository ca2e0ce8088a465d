package org.gridward.border;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.geometry.GridShape;
import org.gridward.geometry.TooTangledException;
import org.gridward.grid.EditionId;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.springframework.stereotype.Component;

/** Says what changes hands between two drawings of a layer, both adopted or one still a draft. Changes nothing. */
@Component
public class CrosswalkDesk {

    private static final int MONTHS = 12;

    private final GridMap gridMap;
    private final StreetMeters streets;
    private final GroundFacts facts;
    private final Clock clock;

    CrosswalkDesk(GridMap gridMap, StreetMeters streets, GroundFacts facts, Clock clock) {
        this.gridMap = gridMap;
        this.streets = streets;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Between two editions, which never change; cases are those of the twelve months before a time.
     *
     * @param at null: now
     * @throws Problem 404 naming the layer or the edition, 422 when the borders are too tangled
     */
    public CrosswalkTable between(String layer, EditionId from, EditionId to, Instant at) {
        return between(layer, from, to, Plan.of(map(layer, from)), Plan.of(map(layer, to)), at);
    }

    /**
     * Between an edition and a draft.
     *
     * @throws Problem as {@link #between}, and 422 when the draft has no grid, gives a code twice, or a shape crosses itself
     */
    public CrosswalkTable draft(String layer, EditionId from, List<GridShape> draft, Instant at) {
        Set<String> codes = new HashSet<>();
        draft.stream()
                .map(GridShape::code)
                .filter(code -> !codes.add(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Problem.unprocessable(
                            "duplicate-code",
                            "The grid code " + code + " is given twice; give each grid its own code.");
                });
        if (draft.isEmpty()) {
            throw Problem.unprocessable("edition-empty", "The draft has no grids; send at least one.");
        }
        draft.forEach(CrosswalkDesk::requireValid);
        return between(layer, from, null, Plan.of(map(layer, from)), Plan.of(draft), at);
    }

    private static void requireValid(GridShape grid) {
        TopologyValidationError error = new IsValidOp(grid.polygon()).getValidationError();
        if (error != null) {
            Point place = grid.polygon().getFactory().createPoint(error.getCoordinate());
            throw Problem.unprocessable(
                            "invalid-shape",
                            "Grid " + grid.code() + " is not a valid shape (" + error.getMessage() + " at "
                                    + place.getX() + ", " + place.getY() + "); redraw it there.")
                    .with("/features", Fault.SHAPE, error.getMessage(), place);
        }
    }

    /**
     * The edition of a layer in force now.
     *
     * @throws Problem 404 naming the layer, 409 when it has none
     */
    public EditionId inForce(String layer) {
        gridMap.layer(layer);
        return gridMap.find(layer)
                .map(LayerMap::edition)
                .orElseThrow(() -> Problem.conflict(
                        "no-edition-in-force",
                        "The layer '" + layer + "' has no edition in force now; name one with 'from'."));
    }

    private LayerMap map(String layer, EditionId edition) {
        gridMap.layer(layer);
        return gridMap.find(layer, edition)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-edition", "The layer '" + layer + "' has no edition " + edition + "."));
    }

    private CrosswalkTable between(String layer, EditionId from, EditionId to, Plan before, Plan after, Instant at) {
        Envelope box = before.box();
        box.expandToInclude(after.box());
        boolean apart = gridMap.layer(layer).kind() == LayerKind.PARTITION;
        Instant until = (at == null ? clock.instant() : at).truncatedTo(ChronoUnit.MICROS);
        Instant since = until.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        try {
            CrosswalkMaker maker = new CrosswalkMaker(before, after, apart);
            maker.streets(streets.streets(box));
            facts.doors(box, door -> maker.door(door.lon(), door.lat(), door.households()));
            facts.casePoints(box, since, until, maker::incident);
            return maker.table(layer, from.toString(), to == null ? "" : to.toString(), until);
        } catch (TooTangledException knot) {
            throw Problem.unprocessable(
                    "borders-too-tangled", "The borders cross too often to be compared: " + knot.getMessage());
        }
    }
}
