package org.gridward.responsibility;

import java.time.Instant;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * A ruling that holds for further cases: in this ground, for this category, the body that answers.
 *
 * @param category empty: any
 * @param shape WGS 84 degrees
 * @param toLayer layer of the grid whose team answers; empty for a department
 * @param toCode code of that grid, or of the department
 * @param baseEdition the drawing of {@code baseLayer} that the ruling knew; under another one it waits for a confirmation
 * @param number of the case that was ruled
 */
public record Precedent(
        UUID id,
        String category,
        Geometry shape,
        String toLayer,
        String toCode,
        boolean department,
        String baseLayer,
        String baseEdition,
        String number,
        String reason,
        Instant madeAt,
        String madeBy) {

    boolean isAbout(String asked, Inquiry.Spot spot) {
        return (category.isEmpty() || category.equals(asked))
                && shape.getEnvelopeInternal().covers(spot.lon(), spot.lat())
                && shape.covers(shape.getFactory()
                        .createPoint(new org.locationtech.jts.geom.Coordinate(spot.lon(), spot.lat())));
    }
}
