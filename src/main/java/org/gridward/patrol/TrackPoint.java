package org.gridward.patrol;

/**
 * A stored fix (WGS 84) with the micro-grid that held it (null outside every micro-grid) and the speed that the step from
 * the fix before implies, in metres per second (null on the first).
 */
public record TrackPoint(Fix fix, String gridCode, Double impliedMetersPerSecond) {

    /** Above this speed no patrol moves: 60 m/s. */
    public static final double IMPLAUSIBLE_METERS_PER_SECOND = 60;

    /** Whether the speed is implausible; such fixes are kept, shown as flagged, and break the line of a track. */
    public boolean flagged() {
        return over(fix.speedMetersPerSecond()) || over(impliedMetersPerSecond);
    }

    private static boolean over(Double speed) {
        return speed != null && speed > IMPLAUSIBLE_METERS_PER_SECOND;
    }
}
