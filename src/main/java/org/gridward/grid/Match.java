package org.gridward.grid;

/**
 * One grid that holds a point: its layer, code and name, the edition that says so, the share of the error disc inside it
 * (0..1; 1 without an accuracy), metres to its border, and the nearest other grid of the layer, if any.
 */
public record Match(
        String layer,
        String gridCode,
        String gridName,
        String edition,
        double share,
        double distanceToBorderMeters,
        RunnerUp runnerUp) {

    /** The grid that would answer if the point lay {@code distanceMeters} elsewhere. */
    public record RunnerUp(String gridCode, double distanceMeters) {}
}
