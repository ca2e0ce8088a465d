package org.gridward.border;

import java.time.Instant;
import java.util.List;
import org.gridward.grid.EditionId;
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
