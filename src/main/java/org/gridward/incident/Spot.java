package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** A reported location settled once: WGS 84 degrees, metres of accuracy (0: not said), how it was found, by which place,
 * the code of the body that owns that place (null: not said), and what else was found (null: a bare spot). */
record Spot(
        double lon, double lat, double accuracyMeters, String locatedBy, String placeCode, String owner, Found found) {

    /**
     * What a named location turned out to be; stored with the report.
     *
     * @param feeder line or control box that serves the place, from its attributes
     * @param positionAt since when a vessel is known to lie there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String locatedBy,
            String placeCode,
            String kind,
            String nameZh,
            String nameEn,
            String unit,
            String room,
            Span span,
            String feeder,
            Instant positionAt) {}

    /** A range of house numbers: codes of its ends, the grid of the street segment (null: none), both ends in degrees. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Span(
            String street,
            int from,
            int to,
            String fromPlace,
            String toPlace,
            String segment,
            double[] fromSpot,
            double[] toSpot) {}

    /** The stretch of an address range as a GeoJSON line; null where none was reported. */
    String segmentJson() {
        if (found == null || found.span() == null) {
            return null;
        }
        double[] a = found.span().fromSpot();
        double[] b = found.span().toSpot();
        return "{\"type\":\"LineString\",\"coordinates\":[[" + a[0] + "," + a[1] + "],[" + b[0] + "," + b[1] + "]]}";
    }
}
