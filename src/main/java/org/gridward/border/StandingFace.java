package org.gridward.border;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.EditionId;
import org.gridward.grid.LayerMap;
import org.locationtech.jts.geom.Geometry;

/**
 * One gap or overlap of the register as it stood at a time.
 *
 * @param parent code of the parent grid that has a gap meanwhile; null for an overlap and where the layer has no parent
 * @param inside codes of the grids that share the ground; none in a gap
 * @param around codes of the other grids that it touches
 * @param shape lon/lat, as last seen
 * @param streetMeters metres of street centre lines in it
 * @param households those that its doors say, null when none of them does
 * @param cases reported in the twelve months before
 * @param edition whose borders leave it, or left it last
 * @param version of its state; grows with each change
 */
public record StandingFace(
        String id,
        FaceKind kind,
        String layer,
        FaceState state,
        String parent,
        List<String> inside,
        List<String> around,
        Geometry shape,
        double areaSquareMeters,
        double streetMeters,
        int doors,
        Integer households,
        int cases,
        Instant firstSeen,
        Instant lastSeen,
        FixOwner owner,
        String note,
        EditionId edition,
        int version) {

    /** A face that was found for a question alone; with the id and the state of the known face that it is, if it is one. */
    static StandingFace computed(
            FoundFace found, LayerMap map, int number, double streetMeters, Optional<StandingFace> known) {
        String layer = map.layer().code();
        return new StandingFace(
                known.map(StandingFace::id)
                        .orElseGet(() -> "provisional-" + found.kind().id(layer, number)),
                found.kind(),
                layer,
                known.map(StandingFace::state).orElse(FaceState.OPEN),
                found.parent(),
                found.inside(),
                found.around(),
                found.polygon(),
                found.areaSquareMeters(),
                streetMeters,
                0,
                null,
                0,
                known.map(StandingFace::firstSeen).orElse(null),
                null,
                known.map(StandingFace::owner).orElse(FixOwner.NOBODY),
                known.map(StandingFace::note).orElse(null),
                map.edition(),
                known.map(StandingFace::version).orElse(0));
    }

    StandingFace counted(FaceCount count) {
        return new StandingFace(
                id,
                kind,
                layer,
                state,
                parent,
                inside,
                around,
                shape,
                areaSquareMeters,
                streetMeters,
                count.doors(),
                count.households(),
                count.cases(),
                firstSeen,
                lastSeen,
                owner,
                note,
                edition,
                version);
    }
}
