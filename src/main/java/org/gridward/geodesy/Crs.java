package org.gridward.geodesy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system named by its EPSG code or by the WKT of a .prj file, and the way to WGS 84 degrees.
 *
 * <p>Input is always x first: longitude or easting, then latitude or northing; axes are never flipped. EPSG:4326,
 * EPSG:4490 and CRS84 hand the numbers through unchanged. A position outside the domain in which the system is valid is
 * a {@link Problem} naming the position and the domain. Instances are immutable and safe to share between threads.
 */
public final class Crs {

    private static final Pattern CODE = Pattern.compile("(?i)(?:EPSG:{1,2}|URN:OGC:DEF:CRS:EPSG:[^:]*:)?(\\d{4,6})");
    private static final Pattern AXES = Pattern.compile("(?i),\\s*AXIS\\s*\\[[^\\]]*\\]");

    private final String name;
    private final Datum datum;
    private final MathTransform toLonLat;
    private final MathTransform fromLonLat;
    private final ValidDomain domain;

    private Crs(String name, CoordinateReferenceSystem system) throws FactoryException {
        this.name = name;
        this.datum = null;
        this.toLonLat = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
        this.fromLonLat = CRS.findMathTransform(DefaultGeographicCRS.WGS84, system, true);
        this.domain = ValidDomain.of(system, fromLonLat);
    }

    private Crs(String name, Datum datum) {
        this.name = name;
        this.datum = datum;
        this.toLonLat = null;
        this.fromLonLat = null;
        this.domain = ValidDomain.GLOBE;
    }

    /**
     * The system of an EPSG code such as {@code EPSG:4547}, {@code 3435} or {@code urn:ogc:def:crs:EPSG::4490}, CRS84, or a
     * {@link Datum}: {@code GCJ02}, {@code BD09}, {@code CGCS2000}, {@code WGS84}.
     * A code that is not in the register, or that no transformation leads away from, is a {@link Problem} naming it.
     */
    public static Crs of(String code) {
        String trimmed = code == null ? "" : code.trim();
        if (trimmed.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
            return new Crs("EPSG:4326", Datum.WGS84);
        }
        Optional<Datum> named = Datum.find(trimmed);
        if (named.isPresent()) {
            return new Crs(named.get().name(), named.get());
        }
        Matcher match = CODE.matcher(trimmed);
        if (!match.matches()) {
            throw unknown(trimmed, "is not an EPSG code");
        }
        String epsg = "EPSG:" + match.group(1);
        if (epsg.equals("EPSG:4326") || epsg.equals("EPSG:4490")) {
            return new Crs(epsg, Datum.WGS84);
        }
        try {
            EpsgHome.prepare();
            return new Crs(epsg, CRS.decode(epsg, true));
        } catch (FactoryException e) {
            throw unknown(epsg, "is not known");
        }
    }

    /** The system written in a .prj file. Its axis order is ignored: shapefiles hold x first whatever the text says. */
    public static Crs ofWkt(String wkt) {
        try {
            EpsgHome.prepare();
            CoordinateReferenceSystem system = CRS.parseWKT(AXES.matcher(wkt).replaceAll(""));
            String name = system.getName().getCode();
            return EqualToWgs84.test(system) ? new Crs(name, Datum.WGS84) : new Crs(name, system);
        } catch (FactoryException e) {
            throw Problem.unprocessable(
                    "unknown-crs",
                    "The .prj text \"" + wkt.substring(0, Math.min(60, wkt.length()))
                            + "…\" cannot be read as a coordinate system. Name it with --crs EPSG:…");
        }
    }

    /** The name under which it was asked for: {@code EPSG:…}, or the name inside the .prj text. */
    public String name() {
        return name;
    }

    /** True when its numbers are longitude and latitude in degrees, of whatever datum. */
    public boolean isLonLat() {
        return toLonLat == null;
    }

    /** The name and version of the way to WGS 84, kept beside the numbers as they came. */
    public String conversion() {
        return datum == null ? "epsg-1" : datum.conversion();
    }

    /** One position, x first, as WGS 84 degrees. Not finite or outside the valid domain: a {@link Problem}. */
    public LonLat toLonLat(double x, double y) {
        if (!domain.holds(x, y)) {
            throw Problem.unprocessable("outside-crs-domain", outside(x, y));
        }
        if (toLonLat == null) {
            return datum.toWgs84(x, y);
        }
        return transform(toLonLat, x, y);
    }

    /** A copy of a shape in WGS 84 degrees; the same conditions for each of its positions. */
    public Geometry toLonLat(Geometry shape) {
        return LocalFrame.each(shape, this::toLonLat);
    }

    /** One position in WGS 84 degrees as x and y (in fields lon and lat) of this system. */
    public LonLat fromLonLat(double lon, double lat) {
        return fromLonLat == null ? datum.fromWgs84(lon, lat) : transform(fromLonLat, lon, lat);
    }

    private LonLat transform(MathTransform way, double x, double y) {
        double[] pair = {x, y};
        try {
            way.transform(pair, 0, pair, 0, 1);
        } catch (TransformException e) {
            throw Problem.unprocessable("outside-crs-domain", outside(x, y));
        }
        return new LonLat(pair[0], pair[1]);
    }

    private String outside(double x, double y) {
        String said = "Position x=" + x + ", y=" + y + " lies outside the domain of " + name + " (" + domain + "). ";
        if (domain.holds(y, x)) {
            return said + "With the two exchanged it would lie inside: are the columns swapped?";
        }
        return said + "Check the values, or name another system with --crs EPSG:…";
    }

    private static Problem unknown(String code, String what) {
        return Problem.unprocessable(
                "unknown-crs",
                "Coordinate system \"" + code + "\" " + what
                        + ". Give an EPSG code, for example EPSG:4326 (degrees), EPSG:4490 or EPSG:4547, or GCJ02 or BD09.");
    }
}
