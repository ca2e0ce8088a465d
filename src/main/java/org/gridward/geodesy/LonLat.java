package org.gridward.geodesy;

/**
 * A position in degrees, longitude first, on WGS 84 unless a method says otherwise.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record LonLat(double lon, double lat) {

    /** True when both ordinates are finite and inside the globe's range: the only positions the store accepts. */
    public boolean onGlobe() {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }
}
