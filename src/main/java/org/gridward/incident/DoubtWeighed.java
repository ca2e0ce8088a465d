package org.gridward.incident;

import java.util.List;

/**
 * How sure it was which grid is meant: the shares of the error disc of one layer, of its grids and of the gap, which add up to
 * 1; the share wanted; what was done (SURE, ASK, JOINT, CHOSEN); and what the reporter chose, with its share (or null).
 */
public record DoubtWeighed(
        String layer,
        double threshold,
        double bestShare,
        double gapShare,
        List<ShareOf> shares,
        String outcome,
        String chosen,
        Double chosenShare) {

    public record ShareOf(String gridCode, double share) {}
}
