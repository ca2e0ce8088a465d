package org.gridward.border;

import java.util.List;

/**
 * What the borders of one edition leave. {@code ownedSquareMeters + gapSquareMeters + overlapSquareMeters} is the region to
 * 1e-6 of it, all four measured for themselves.
 *
 * @param ownedSquareMeters ground of exactly one grid, inside the region
 */
record Survey(
        Region region,
        double regionSquareMeters,
        double ownedSquareMeters,
        double gapSquareMeters,
        double overlapSquareMeters,
        List<FoundFace> faces) {

    /** The ground that the grids must cover. */
    enum Region {
        /** The grids of the parent layer. */
        PARENT,
        /** The layer's own outline with its holes filled. */
        OUTLINE,
        /** Nothing but what its own grids cover. */
        GRIDS
    }
}
