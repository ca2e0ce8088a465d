package org.gridward.mapdata.rows;

import java.util.Optional;
import org.gridward.geodesy.Crs;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.mapdata.files.Row;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Finds the position of a row in WGS 84 degrees: its point shape, else its columns lon and lat, or x and y when a coordinate
 * system is named. Axes are never exchanged; a position that would lie inside with its axes exchanged is refused with that
 * hint.
 */
public final class PositionReader {

    private final FieldNames names;
    private final Optional<Crs> crs;
    private final boolean shaped;
    private final String east;
    private final String north;
    private final Envelope box;

    private PositionReader(
            FieldNames names, Optional<Crs> crs, boolean shaped, String east, String north, Envelope box) {
        this.names = names;
        this.crs = crs;
        this.shaped = shaped;
        this.east = east;
        this.north = north;
        this.box = box;
    }

    /**
     * Settles where positions stand.
     *
     * @param crs named by the user, else by the file itself
     * @param shaped whether the records have shapes
     * @param box of the jurisdiction, degrees
     * @throws Problem 400 naming the columns that are missing
     */
    public static PositionReader of(FieldNames names, Optional<Crs> crs, boolean shaped, Envelope box) {
        boolean degrees = names.has("lon") && names.has("lat");
        boolean plane = names.has("x") && names.has("y");
        boolean projected = crs.isPresent() && !crs.get().isLonLat();
        if (shaped && !degrees && !plane) {
            return new PositionReader(names, crs, true, "", "", box);
        }
        if (plane && (projected || !degrees && crs.isPresent())) {
            return new PositionReader(names, crs, shaped, "x", "y", box);
        }
        if (degrees) {
            return new PositionReader(names, crs, shaped, "lon", "lat", box);
        }
        if (plane) {
            throw Problem.unreadable(
                    "missing-crs",
                    "The columns '" + names.column("x").orElseThrow() + "' and '"
                            + names.column("y").orElseThrow()
                            + "' need a coordinate system: name it with --crs EPSG:….");
        }
        names.require("lon");
        names.require("lat");
        throw new IllegalStateException("one of the two columns is missing");
    }

    /** @throws BadRow when there is no position, it cannot be converted, or it lies outside the jurisdiction */
    public LonLat read(Row row) {
        LonLat at = shaped && row.shape() != null ? ofShape(row.shape()) : ofColumns(new RowTexts(row, names));
        if (!box.covers(at.lon(), at.lat())) {
            boolean swapped = box.covers(at.lat(), at.lon());
            throw new BadRow(
                    east.isEmpty() ? "geometry" : names.column(east).orElse(east),
                    at.lon() + " " + at.lat(),
                    "longitude " + at.lon() + ", latitude " + at.lat() + " lies outside the jurisdiction",
                    swapped
                            ? "axes swapped? With the two exchanged it would lie inside: exchange the columns"
                            : "check the values and the coordinate system (--crs)");
        }
        return at;
    }

    /** The position as it stands in the file, where a coordinate system was named for it. */
    public Optional<RawPosition> raw(Row row, String source) {
        if (crs.isEmpty()) {
            return Optional.empty();
        }
        Point point = shaped && row.shape() instanceof Point found ? found : null;
        RowTexts texts = new RowTexts(row, names);
        Double x = point != null ? (Double) point.getX() : texts.number(east);
        Double y = point != null ? (Double) point.getY() : texts.number(north);
        return Optional.of(new RawPosition(x, y, crs.get().name(), crs.get().conversion(), source));
    }

    private LonLat ofShape(Geometry shape) {
        if (shape.isEmpty()) {
            throw new BadRow("geometry", "", "the shape is empty", "give it a position");
        }
        if (!(shape instanceof Point point)) {
            throw new BadRow("geometry", shape.getGeometryType(), "the shape is no point", "send points");
        }
        return convert("geometry", point.getX(), point.getY());
    }

    private LonLat ofColumns(RowTexts texts) {
        if (east.isEmpty()) {
            throw new BadRow("geometry", "", "the record has no shape", "give it a point");
        }
        Double x = texts.number(east);
        Double y = texts.number(north);
        if (x == null || y == null) {
            String missing = x == null ? east : north;
            throw new BadRow(texts.column(missing), "", "there is no position", "fill it in, or remove the row");
        }
        return convert(texts.column(east), x, y);
    }

    private LonLat convert(String field, double x, double y) {
        if (crs.isPresent()) {
            try {
                return crs.get().toLonLat(x, y);
            } catch (Problem outside) {
                throw new BadRow(field, x + " " + y, outside.detail(), "check the values and --crs");
            }
        }
        LonLat at = new LonLat(x, y);
        if (!at.onGlobe()) {
            boolean swapped = new LonLat(y, x).onGlobe();
            throw new BadRow(
                    field,
                    x + " " + y,
                    "longitude " + x + ", latitude " + y + " is no place on Earth",
                    swapped ? "axes swapped? Exchange the columns" : "write degrees, or name the system with --crs");
        }
        return at;
    }
}
