package org.gridward.border;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A gap or overlap as the borders leave it.
 *
 * @param parent code of the parent grid that has it meanwhile; null for an overlap and where the layer has no parent
 * @param inside codes of the grids that share it; none in a gap
 * @param around codes of the other grids that it touches
 * @param polygon lon/lat
 */
record FoundFace(
        FaceKind kind,
        String parent,
        List<String> inside,
        List<String> around,
        Polygon polygon,
        double areaSquareMeters) {}
