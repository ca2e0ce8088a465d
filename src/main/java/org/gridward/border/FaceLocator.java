package org.gridward.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts every point in exactly one place: one face, the ground of one grid, or outside. A point on the border of a gap
 * belongs to the grid beside it; one on the border of an overlap to the overlap. Immutable.
 */
final class FaceLocator {

    /** The point lies in no face but in a grid. */
    static final int OWNED = -1;

    /** The point lies in no face and in no grid. */
    static final int OUTSIDE = -2;

    /** A face by its position in the list it was built from. */
    record Face(FaceKind kind, Geometry shape) {}

    private final GridLocator faces;
    private final GridLocator grids;
    private final List<FaceKind> kinds;

    private FaceLocator(GridLocator faces, GridLocator grids, List<FaceKind> kinds) {
        this.faces = faces;
        this.grids = grids;
        this.kinds = kinds;
    }

    static FaceLocator of(List<Face> faces, GridLocator grids) {
        List<GridShape> shapes = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            String first = faces.get(i).kind() == FaceKind.OVERLAP ? "a" : "b";
            shapes.add(new GridShape(
                    first + String.format(Locale.ROOT, "%09d", i), faces.get(i).shape()));
        }
        return new FaceLocator(
                GridLocator.build(shapes), grids, faces.stream().map(Face::kind).toList());
    }

    /** The face's position, {@link #OWNED} or {@link #OUTSIDE}. */
    int place(double lon, double lat) {
        int found = faces.locate(lon, lat);
        int face = found == GridLocator.NONE
                ? OWNED
                : Integer.parseInt(faces.code(found).substring(1));
        if (face >= 0 && kinds.get(face) == FaceKind.OVERLAP) {
            return face;
        }
        boolean held = grids.locate(lon, lat) != GridLocator.NONE;
        return held ? OWNED : face >= 0 ? face : OUTSIDE;
    }
}
