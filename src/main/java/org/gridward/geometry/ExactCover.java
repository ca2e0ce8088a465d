package org.gridward.geometry;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The exact point-in-polygon test of one polygon, indexed on first use; safe for threads.
 *
 * <p>JTS builds its interval index on the first call and without safe publication; here the index is built and asked
 * once inside the lock and only then shown to others through a volatile field.
 */
final class ExactCover {

    private final Geometry polygon;
    private volatile IndexedPointInAreaLocator index;

    ExactCover(Geometry polygon) {
        this.polygon = polygon;
    }

    /** True if the point lies in the interior or on the border. */
    boolean covers(Coordinate point) {
        return locate(point) != Location.EXTERIOR;
    }

    /** One of the three values of {@link Location}. */
    int locate(Coordinate point) {
        IndexedPointInAreaLocator ready = index;
        return (ready == null ? build() : ready).locate(point);
    }

    private synchronized IndexedPointInAreaLocator build() {
        if (index == null) {
            IndexedPointInAreaLocator fresh = new IndexedPointInAreaLocator(polygon);
            fresh.locate(new Coordinate());
            index = fresh;
        }
        return index;
    }
}
