package org.gridward.replay;

import java.time.Instant;

/** A patrol unit and where it was last, by the fixes that had come in; the position is null where there was none for a day. */
public record PastUnit(String unit, String nameZh, String nameEn, String kind, String gridCode, Position position) {

    /** A fix: metres and metres per second are null where unknown, the grid where none held it. */
    public record Position(
            Instant t, double lon, double lat, Double accuracyMeters, Double speedMetersPerSecond, String gridCode) {}
}
