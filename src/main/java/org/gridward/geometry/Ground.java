package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground that an overlay of shapes leaves, without the dust of rounding.
 *
 * <p>Where a border is computed and not shared vertex by vertex, doubles (1.6 nanometres apart at 120 degrees) leave
 * slivers: up to 1e-5 m² along 10 km. The rule: a piece counts from {@link #MIN_AREA_SQUARE_METERS}, which is a square
 * centimetre with a quarter's slack for whoever measured it on another figure of the earth, and from a mean width
 * (2 area / border) of {@link #MIN_WIDTH_METERS}. No other tolerance exists.
 */
final class Ground {

    static final double MIN_AREA_SQUARE_METERS = 0.75e-4;
    static final double MIN_WIDTH_METERS = 2e-8;

    private Ground() {}

    /** The polygons of an overlay result that count as ground. */
    static List<Polygon> pieces(Geometry result) {
        List<Polygon> pieces = new ArrayList<>();
        for (int i = 0; i < result.getNumGeometries(); i++) {
            if (result.getGeometryN(i) instanceof Polygon piece && counts(piece)) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** One geometry of all pieces: a Polygon if there is one, else a MultiPolygon. */
    static Geometry join(List<Polygon> pieces) {
        Polygon first = pieces.get(0);
        return pieces.size() == 1 ? first : first.getFactory().createMultiPolygon(pieces.toArray(new Polygon[0]));
    }

    private static boolean counts(Polygon piece) {
        return counts(GroundFrame.areaSquareMeters(piece), GroundFrame.borderMeters(piece));
    }

    /** The rule itself: square metres of a piece, and metres of all its borders. */
    static boolean counts(double area, double borderMeters) {
        return area >= MIN_AREA_SQUARE_METERS && 2 * area >= MIN_WIDTH_METERS * borderMeters;
    }
}
