package org.gridward.evidence;

/**
 * The measures behind a verdict.
 *
 * @param distanceMeters from the place to the track at the claimed time; null where nothing is known of that time
 * @param nearestMeters the nearest that the track comes within half an hour; null without fixes
 * @param dwellSeconds how long the stay that counts lasted; 0 without one
 * @param offsetSeconds how much the claimed time is later than the stay; 0 where it agrees
 * @param gapSeconds between the last fix before and the first after the claimed time; null where one is missing
 * @param fixes how many took part
 */
public record PresenceFigures(
        Double distanceMeters,
        Double nearestMeters,
        long dwellSeconds,
        long offsetSeconds,
        Long gapSeconds,
        int fixes) {}
