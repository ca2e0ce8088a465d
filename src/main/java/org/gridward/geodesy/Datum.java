package org.gridward.geodesy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The datums in which positions arrive in Chinese cities, each turned into WGS 84 degrees and back.
 *
 * <p>WGS84 and CGCS2000 coincide to centimetres and are passed through unchanged. GCJ02 is the published map offset,
 * BD09 a second offset on top of it; both are defined forwards only, so the way back is iterated until a round trip
 * differs by less than 1e-9 degrees (0.1 mm). Outside the offset's box (72.004..137.8347 E, 0.8293..55.8271 N) GCJ02
 * equals WGS84. Accuracy of the published formulas against the real offset: below one metre.
 */
public enum Datum {
    WGS84 {
        @Override
        public LonLat toWgs84(double lon, double lat) {
            return new LonLat(lon, lat);
        }

        @Override
        public LonLat fromWgs84(double lon, double lat) {
            return new LonLat(lon, lat);
        }
    },
    CGCS2000 {
        @Override
        public LonLat toWgs84(double lon, double lat) {
            return new LonLat(lon, lat);
        }

        @Override
        public LonLat fromWgs84(double lon, double lat) {
            return new LonLat(lon, lat);
        }
    },
    GCJ02 {
        @Override
        public LonLat toWgs84(double lon, double lat) {
            return MapOffset.inBox(lon, lat) ? MapOffset.invert(MapOffset::wgsToGcj, lon, lat) : new LonLat(lon, lat);
        }

        @Override
        public LonLat fromWgs84(double lon, double lat) {
            return MapOffset.inBox(lon, lat) ? MapOffset.wgsToGcj(lon, lat) : new LonLat(lon, lat);
        }
    },
    BD09 {
        @Override
        public LonLat toWgs84(double lon, double lat) {
            LonLat gcj = MapOffset.invert(MapOffset::gcjToBd, lon, lat);
            return GCJ02.toWgs84(gcj.lon(), gcj.lat());
        }

        @Override
        public LonLat fromWgs84(double lon, double lat) {
            LonLat gcj = GCJ02.fromWgs84(lon, lat);
            return MapOffset.gcjToBd(gcj.lon(), gcj.lat());
        }
    };

    private static final String SAME = "identity-1";

    /**
     * The name and version of the way to WGS 84, kept beside every position that took it: {@code identity-1},
     * {@code gcj02-iterative-1}, {@code bd09-iterative-1}. Another formula is another version.
     */
    public String conversion() {
        return this == WGS84 || this == CGCS2000 ? SAME : name().toLowerCase(Locale.ROOT) + "-iterative-1";
    }

    /** What a round trip WGS 84, this datum, WGS 84 misses at most, in metres: measured, with a margin. */
    public double roundTripMeters() {
        return this == WGS84 || this == CGCS2000 ? 0 : 1e-4;
    }

    /** How far published test points of other implementations lie from ours at most, in metres: measured, with a margin. */
    public double publishedPointsMeters() {
        return switch (this) {
            case WGS84, CGCS2000 -> 0;
            case GCJ02 -> 0.02;
            case BD09 -> 0.6;
        };
    }

    /** The datum of a name, whatever its case; empty when there is none of that name. */
    public static Optional<Datum> find(String name) {
        return Arrays.stream(values())
                .filter(datum -> datum.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Degrees in this datum to degrees in WGS 84. Values off the globe or not finite come back unchecked. */
    public abstract LonLat toWgs84(double lon, double lat);

    /** Degrees in WGS 84 to degrees in this datum: the inverse of {@link #toWgs84} to 1e-9 degrees. */
    public abstract LonLat fromWgs84(double lon, double lat);
}
