package org.gridward.patrol;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.locationtech.jts.geom.Envelope;

/** Says why a fix cannot be stored, and brings a good one into the form in which it is stored. Pure. */
final class FixCheck {

    static final Duration AHEAD_AT_MOST = Duration.ofMinutes(5);
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private FixCheck() {}

    /** The reason to refuse a fix in WGS 84, or empty. The box is the jurisdiction in degrees. */
    static Optional<String> refusal(Fix fix, Instant now, Envelope box) {
        if (fix.t() == null) {
            return Optional.of("the time is missing; send an ISO 8601 time with an offset");
        }
        if (fix.t().isAfter(now.plus(AHEAD_AT_MOST))) {
            return Optional.of(
                    "the time " + fix.t() + " lies more than 5 minutes in the future; set the device's clock");
        }
        if (fix.t().isBefore(EARLIEST)) {
            return Optional.of("the time " + fix.t() + " lies before " + EARLIEST + "; set the device's clock");
        }
        if (!(Math.abs(fix.lon()) <= 180 && Math.abs(fix.lat()) <= 90)) {
            boolean swapped = Math.abs(fix.lat()) <= 180 && Math.abs(fix.lon()) <= 90;
            return Optional.of("longitude " + fix.lon() + ", latitude " + fix.lat() + " is no place on Earth"
                    + (swapped ? "; the two look swapped" : ""));
        }
        if (!box.covers(fix.lon(), fix.lat())) {
            return Optional.of("longitude " + fix.lon() + ", latitude " + fix.lat() + " lies outside this jurisdiction"
                    + (box.covers(fix.lat(), fix.lon()) ? "; the two look swapped" : ""));
        }
        return Optional.empty();
    }

    /**
     * The fix as it is stored: WGS 84, whole microseconds, single-precision metres, no negative zero; an accuracy or speed
     * that is negative or not finite is unknown, as devices mean it.
     */
    static Fix normal(Fix fix, Datum datum) {
        boolean onGlobe = Math.abs(fix.lon()) <= 180 && Math.abs(fix.lat()) <= 90;
        LonLat spot = onGlobe ? datum.toWgs84(fix.lon(), fix.lat()) : new LonLat(fix.lon(), fix.lat());
        return new Fix(
                fix.t() == null ? null : fix.t().truncatedTo(ChronoUnit.MICROS),
                spot.lon() + 0.0,
                spot.lat() + 0.0,
                single(fix.accuracyMeters()),
                single(fix.speedMetersPerSecond()));
    }

    private static Double single(Double value) {
        if (value == null || !(value >= 0) || Float.isInfinite(value.floatValue())) {
            return null;
        }
        return (double) (value.floatValue() + 0.0f);
    }
}
