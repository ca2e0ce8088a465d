package org.gridward.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gridward.geodesy.Datum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class FixCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Envelope BOX = new Envelope(122.0, 122.4, 29.9, 30.25);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 122.1, 30.0",
        "2026-03-01T00:05:00Z, 122.1, 30.0",
        "2000-01-01T00:00:00Z, 122.1, 30.0",
        "2026-03-01T00:00:00Z, 122.0, 29.9",
        "2026-03-01T00:00:00Z, 122.4, 30.25",
    })
    void acceptsFixesUpToTheVeryLimits(String t, double lon, double lat) {
        assertThat(FixCheck.refusal(fix(t, lon, lat), NOW, BOX)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:05:00.000001Z, 122.1, 30.0, future",
        "2036-03-01T00:00:00Z, 122.1, 30.0, future",
        "1999-12-31T23:59:59.999999Z, 122.1, 30.0, before 2000",
        "2026-03-01T00:00:00Z, NaN, 30.0, no place on Earth",
        "2026-03-01T00:00:00Z, 122.1, Infinity, no place on Earth",
        "2026-03-01T00:00:00Z, 200, 30.0, no place on Earth",
        "2026-03-01T00:00:00Z, 30.0, 122.1, swapped",
        "2026-03-01T00:00:00Z, 122.5, 30.0, outside this jurisdiction",
    })
    void saysWhyAFixIsRefused(String t, double lon, double lat, String reason) {
        assertThat(FixCheck.refusal(fix(t, lon, lat), NOW, BOX))
                .get()
                .asString()
                .contains(reason);
    }

    @Test
    void saysThatAxesLookSwappedInAJurisdictionWhereBothAreDegrees() {
        Envelope oslo = new Envelope(10, 11, 59, 60);
        assertThat(FixCheck.refusal(fix("2026-03-01T00:00:00Z", 59.5, 10.5), NOW, oslo))
                .get()
                .asString()
                .contains("swapped");
    }

    @Test
    void takesUnknownAccuracyAndSpeedAsDevicesMeanThem() {
        Fix fix = FixCheck.normal(new Fix(NOW, 122.1, 30, -1.0, Double.NaN), Datum.WGS84);
        assertThat(fix.accuracyMeters()).isNull();
        assertThat(fix.speedMetersPerSecond()).isNull();
        assertThat(FixCheck.normal(new Fix(NOW, 122.1, 30, 1e300, null), Datum.WGS84)
                        .accuracyMeters())
                .isNull();
    }

    @Test
    void keepsWhatTheStoreKeeps() {
        Fix fix = FixCheck.normal(new Fix(NOW.plusNanos(1_999), -0.0, 30, 0.1, 0.1), Datum.WGS84);
        assertThat(fix.t()).isEqualTo(NOW.plusNanos(1_000));
        assertThat(1 / fix.lon()).isPositive();
        assertThat(fix.accuracyMeters()).isEqualTo((double) 0.1f);
    }

    @Test
    void bringsMapOffsetsBackToWgs84() {
        Fix fix = FixCheck.normal(new Fix(NOW, 122.1045, 29.9975, null, null), Datum.GCJ02);
        assertThat(fix.lon()).isBetween(122.098, 122.1025);
        assertThat(fix.lat()).isBetween(29.997, 30.003);
        assertThat(FixCheck.normal(new Fix(NOW, Double.NaN, 30, null, null), Datum.GCJ02)
                        .lon())
                .isNaN();
    }

    private static Fix fix(String t, double lon, double lat) {
        return new Fix(Instant.parse(t), lon, lat, null, null);
    }
}
