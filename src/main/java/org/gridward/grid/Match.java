package org.gridward.grid;

/**
 * One grid that holds a point: its layer, code and name, the edition that says so, the share of the error disc inside it
 * (0..1; 1 without an accuracy), metres to its border, the nearest other grid of the layer, if any, and the border decision
 * that made it the owner of a point on its border, if one did.
 */
public record Match(
        String layer,
        String gridCode,
        String gridName,
        String edition,
        double share,
        double distanceToBorderMeters,
        RunnerUp runnerUp,
        String borderDecision) {

    public Match(
            String layer,
            String gridCode,
            String gridName,
            String edition,
            double share,
            double distanceToBorderMeters,
            RunnerUp runnerUp) {
        this(layer, gridCode, gridName, edition, share, distanceToBorderMeters, runnerUp, null);
    }

    /** The grid that would answer if the point lay {@code distanceMeters} elsewhere. */
    public record RunnerUp(String gridCode, double distanceMeters) {}
}
