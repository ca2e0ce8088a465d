package org.gridward.geodesy;

/**
 * A position as it came in, kept beside the WGS 84 degrees made of it so that a better conversion can be run again.
 *
 * @param x degrees east, or the easting of a projected system
 * @param y degrees north, or the northing
 * @param datum name of a {@link Datum}, or of a system such as EPSG:4547
 * @param conversion name and version of the way to WGS 84
 * @param source who sent it: a client and channel, a unit, a file
 */
public record RawPosition(double x, double y, String datum, String conversion, String source) {

    public static RawPosition of(double lon, double lat, Datum datum, String source) {
        return new RawPosition(lon, lat, datum.name(), datum.conversion(), source);
    }
}
