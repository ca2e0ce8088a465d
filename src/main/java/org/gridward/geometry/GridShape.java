package org.gridward.geometry;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A grid as a kernel sees it: its code and its polygon.
 *
 * <p>The polygon is a {@code Polygon} or {@code MultiPolygon} in WGS 84 degrees, x = longitude, y = latitude. Whether
 * it is sound (finite, simple, not empty) is for {@link CoverageCheck} to say; other kernels rely on that answer.
 *
 * @throws IllegalArgumentException if the geometry is of another type
 */
public record GridShape(String code, Geometry polygon) {

    public GridShape {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(polygon, "polygon");
        if (!(polygon instanceof Polygon || polygon instanceof MultiPolygon)) {
            throw new IllegalArgumentException(
                    "grid " + code + " is a " + polygon.getGeometryType() + "; give a Polygon or a MultiPolygon");
        }
    }
}
