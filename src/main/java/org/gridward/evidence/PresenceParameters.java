package org.gridward.evidence;

/** What a verdict depends on beside claim and track; stored with each. Metres, seconds, metres a second. */
public record PresenceParameters(
        double radiusMeters,
        int dwellSeconds,
        int gapSeconds,
        int slackSeconds,
        int offsetMostSeconds,
        int windowSeconds,
        double speedMetersPerSecond) {

    static final int WINDOW_SECONDS = 1_800;

    /** Those of an action and a kind of unit; finishing takes longer than arriving. */
    static PresenceParameters of(String action, double speed) {
        return new PresenceParameters(100, action.equals("FINISH") ? 120 : 60, 300, 120, 900, WINDOW_SECONDS, speed);
    }
}
