package org.gridward.patrol;

import java.time.Instant;

/**
 * One reading of a positioning device.
 *
 * @param lon degrees east, in the datum named beside the fixes
 * @param lat degrees north
 * @param accuracyMeters radius of the error disc; null where unknown
 * @param speedMetersPerSecond as the device says; null where unknown
 */
public record Fix(Instant t, double lon, double lat, Double accuracyMeters, Double speedMetersPerSecond) {}
