package org.gridward.geometry;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The figures and places in the messages of faults. */
final class Wording {

    private static final int NAMED = 5;

    private Wording() {}

    /** Four significant digits from a square centimetre up: "0.0001 m²", "12,340 m²". */
    static String squareMeters(double area) {
        return String.format(Locale.ROOT, area >= 100 ? "%,.0f m²" : "%.4g m²", area);
    }

    /** A coordinate of the place as "lon, lat" to the centimetre. */
    static String place(Geometry place) {
        Coordinate at = place.getCoordinate();
        return at == null ? "an unknown place" : String.format(Locale.ROOT, "%.7f, %.7f", at.x, at.y);
    }

    /** The first few codes of a list. */
    static String codes(List<String> codes) {
        return codes.size() <= NAMED
                ? String.join(", ", codes)
                : String.join(", ", codes.subList(0, NAMED)) + " and " + (codes.size() - NAMED) + " more";
    }
}
