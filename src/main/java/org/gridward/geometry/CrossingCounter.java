package org.gridward.geometry;

import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Counts where segments of two borders cross in the interior of both, and stops at a limit.
 *
 * <p>One such crossing proves that the interiors of two valid polygons share ground; very many tell that measuring
 * that ground would cost more than it is worth (two combs of n teeth cross n² times).
 */
final class CrossingCounter implements SegmentIntersector {

    private final LineIntersector lines = new RobustLineIntersector();
    private final int limit;
    private int count;
    private Coordinate first;

    CrossingCounter(int limit) {
        this.limit = limit;
    }

    int count() {
        return count;
    }

    /** Where the first crossing lies; null while the count is 0. */
    Coordinate first() {
        return first;
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
        lines.computeIntersection(
                a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
        if (lines.isProper()) {
            if (count++ == 0) {
                first = lines.getIntersection(0).copy();
            }
        }
    }

    @Override
    public boolean isDone() {
        return count >= limit;
    }
}
