package org.gridward.responsibility.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;

/** Reads the query parameters of a question about a spot; each refusal names the value and what to send instead. */
final class Asked {

    private static final double ACCURACY_MOST_METERS = 5_000;
    private static final Pattern JAVA_ONLY = Pattern.compile("[xX]|[dDfF]\\s*$");

    private Asked() {}

    static double number(String name, String text) {
        double value;
        try {
            // Java also reads 122.1d and 0x1p3; nobody means these.
            value = Double.parseDouble(JAVA_ONLY.matcher(text).find() ? "" : text.strip());
        } catch (NumberFormatException unreadable) {
            throw Problem.unreadable(
                            "unreadable-number",
                            "The parameter '" + name + "' has the value '" + text
                                    + "', which is not a number; send degrees such as 122.1834.")
                    .with("/" + name, Fault.NUMBER, "not a number");
        }
        if (!Double.isFinite(value)) {
            throw Problem.unreadable(
                            "not-finite",
                            "The parameter '" + name + "' has the value '" + text
                                    + "', which is not a finite number; send degrees such as 122.1834.")
                    .with("/" + name, Fault.NUMBER, "not finite");
        }
        return value;
    }

    static Datum datum(String text) {
        try {
            return Datum.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable(
                            "unknown-datum",
                            "'" + text + "' is no datum known here; known are " + Arrays.toString(Datum.values()) + ".")
                    .with("/datum", Fault.UNKNOWN, "unknown datum");
        }
    }

    /** Turns the pair to WGS 84; swapped axes are named when the swapped pair would lie inside the box. */
    static LonLat spot(double lon, double lat, Datum datum, Envelope box) {
        if (!box.covers(lon, lat) && box.covers(lat, lon)) {
            LonLatCheck.requireInside(lon, lat, box, "/lon");
        }
        LonLatCheck.require(lon, lat, "/lon");
        LonLat spot = datum.toWgs84(lon, lat);
        LonLatCheck.require(spot.lon(), spot.lat(), "/lon");
        return spot;
    }

    static Instant instant(String name, String text, Instant absent) {
        Instant given = Instants.parseOrNull(text, "/" + name);
        return given == null ? absent : given;
    }

    static double accuracyMeters(String text) {
        double meters = number("accuracyMeters", text);
        if (meters < 0 || meters > ACCURACY_MOST_METERS) {
            throw Problem.unprocessable(
                            "accuracy-out-of-range",
                            "An accuracy of " + text + " m cannot be used; send 0 to 5000 metres, or leave it out.")
                    .with("/accuracyMeters", Fault.range(0, 5_000), "not within 0..5000");
        }
        return meters;
    }
}
