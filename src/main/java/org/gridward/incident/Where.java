package org.gridward.incident;

/**
 * Where something was reported, in exactly one form: lon and lat in degrees of {@code datum} (WGS84 when null) with an
 * accuracy in metres if known; an address; the code of a place; the number on a lamp post; the token of a notice board's QR;
 * a vessel by its name, number or MMSI. An address may come with the code of the place that was chosen for it.
 * {@code gridCode} is the reporter's answer to which side is meant, when the accuracy leaves several grids possible.
 */
public record Where(
        Double lon,
        Double lat,
        String datum,
        Double accuracyMeters,
        String address,
        String placeCode,
        String lampPost,
        String qr,
        String vessel,
        String gridCode) {

    /** A spot in WGS 84 degrees of unknown accuracy. */
    public static Where at(double lon, double lat) {
        return new Where(lon, lat, null, null, null, null, null, null, null, null);
    }

    /** A spot of some accuracy; datum, accuracy and grid code may be null. */
    public static Where near(Double lon, Double lat, String datum, Double accuracyMeters, String gridCode) {
        return new Where(lon, lat, datum, accuracyMeters, null, null, null, null, null, gridCode);
    }

    /** An address as people write it. */
    public static Where address(String address) {
        return new Where(null, null, null, null, address, null, null, null, null, null);
    }

    /** A place by its code. */
    public static Where place(String code) {
        return new Where(null, null, null, null, null, code, null, null, null, null);
    }

    /** The notice board whose QR carries the token. */
    public static Where board(String token) {
        return new Where(null, null, null, null, null, null, null, token, null, null);
    }
}
