package org.gridward.mapdata.rows;

import java.util.List;
import java.util.Locale;
import org.gridward.mapdata.files.ReadLimits;
import org.gridward.mapdata.files.Row;
import org.gridward.platform.GeoJson;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads the polygon of a CSV row from its column wkt. Collections are refused before parsing: they may nest without end. */
final class WktColumn {

    private static final List<String> NAMES = List.of("wkt", "WKT", "geom", "the_geom", "geometry");

    private WktColumn() {}

    /** The polygon; null when the row has no such column. @throws BadRow when the text is no polygon */
    static Geometry read(Row row) {
        for (String name : NAMES) {
            String text = row.text(name);
            if (!text.isEmpty()) {
                return parse(name, text);
            }
        }
        return null;
    }

    private static Geometry parse(String name, String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (!word.startsWith("POLYGON") && !word.startsWith("MULTIPOLYGON")) {
            throw new BadRow(name, text, "it is no polygon", "write POLYGON((lon lat, …)) or MULTIPOLYGON(…)");
        }
        try {
            Geometry shape = new WKTReader(GeoJson.FACTORY).read(text);
            for (org.locationtech.jts.geom.Coordinate at : shape.getCoordinates()) {
                if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
                    throw new BadRow(name, at.toString(), "a coordinate is not finite", "write finite numbers");
                }
            }
            if (shape.getNumPoints() > ReadLimits.GRIDS.maxVertices()) {
                throw new BadRow(name, "", "the shape has too many positions", "simplify it with its neighbours");
            }
            return shape;
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadRow(name, text, "the WKT cannot be read: " + e.getMessage(), "correct it");
        }
    }
}
