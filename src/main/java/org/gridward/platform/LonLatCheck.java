package org.gridward.platform;

import org.locationtech.jts.geom.Envelope;

/** Refuses numbers that are no longitude and latitude, and says so when the two look swapped. */
public final class LonLatCheck {

    private LonLatCheck() {}

    /** @throws Problem 422 {@code coordinates-out-of-range} naming both values, when they are no lon/lat in degrees */
    public static void require(double lon, double lat, String pointer) {
        if (lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90) {
            return;
        }
        boolean swapped = lat >= -180 && lat <= 180 && lon >= -90 && lon <= 90;
        String hint = swapped
                ? "; the two look swapped: send longitude first, then latitude"
                : "; send degrees, longitude -180..180 and latitude -90..90";
        throw Problem.unprocessable(
                        "coordinates-out-of-range",
                        "longitude " + lon + ", latitude " + lat + " is not a place on Earth" + hint + ".")
                .saying("why", swapped ? "swapped" : "range")
                .with(pointer, Fault.PLACE, "longitude " + lon + ", latitude " + lat + hint);
    }

    /**
     * Requires a place inside the jurisdiction's box (degrees).
     *
     * @throws Problem 422 {@code outside-jurisdiction}, saying when swapping the axes would bring it inside
     */
    public static void requireInside(double lon, double lat, Envelope box, String pointer) {
        require(lon, lat, pointer);
        if (box.covers(lon, lat)) {
            return;
        }
        boolean swapped = box.covers(lat, lon);
        String hint = swapped
                ? " Axes swapped? longitude " + lat + ", latitude " + lon + " would lie inside."
                : " Inside is longitude " + box.getMinX() + ".." + box.getMaxX() + ", latitude " + box.getMinY() + ".."
                        + box.getMaxY() + ".";
        throw Problem.unprocessable(
                        "outside-jurisdiction",
                        "longitude " + lon + ", latitude " + lat + " lies outside this jurisdiction." + hint)
                .saying("why", swapped ? "swapped" : "outside")
                .with(pointer, Fault.OUTSIDE, "outside the jurisdiction." + hint);
    }
}
