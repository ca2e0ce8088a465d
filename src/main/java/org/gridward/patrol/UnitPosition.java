package org.gridward.patrol;

import java.time.Instant;

/**
 * The newest fix of a unit: instant, degrees of WGS 84, metres of error and metres per second (null where unknown), and
 * the micro-grid that held it (null outside every micro-grid).
 */
public record UnitPosition(
        Instant t, double lon, double lat, Double accuracyMeters, Double speedMetersPerSecond, String gridCode) {}
