package org.gridward.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes of the kernel tests, written as text. */
final class Wkt {

    private Wkt() {}

    static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a WKT: " + wkt, e);
        }
    }

    static GridShape grid(String code, String wkt) {
        return new GridShape(code, shape(wkt));
    }

    /** An upright rectangle. */
    static GridShape box(String code, double west, double south, double east, double north) {
        return grid(
                code,
                "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                        .formatted(west, south, east, north));
    }
}
