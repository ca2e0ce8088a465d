package org.gridward.geometry;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that is wrong with an edition, with its place.
 *
 * @param codes the grids concerned, ascending: two of an overlap, the neighbours of a gap, else the one grid
 * @param location lon/lat; the polygonal ground of an overlap, a gap or an outside part, else a point (empty where the
 *     shape has no usable coordinate)
 * @param areaSquareMeters ground area of {@code location}; 0 for points, also of an overlap too tangled to measure
 * @param message one sentence that names the grid and the value, then what to try
 */
public record Fault(FaultKind kind, List<String> codes, Geometry location, double areaSquareMeters, String message) {

    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(message, "message");
        codes = List.copyOf(codes);
    }
}
