package org.gridward.geodesy;

/**
 * Looks for one constant move, up to 700 m in any direction, that brings the last spots of a source nearer to streets. What
 * is learnt is only a guess: it is judged by the spots that come after it.
 */
final class OffsetFit {

    private static final double STEP_METERS = 20;
    private static final double LEAST_METERS = 80;
    private static final double MOST_METERS = 700;
    private static final double SAME_METERS = 30;
    /** A street further than this is no street of the spot. */
    private static final double CAP_METERS = 60;
    /** Spots that lie this near to streets on the average need no move, and a move must gain this much. */
    private static final double NEAR_METERS = 18;

    private static final double BETTER = 0.75;

    private OffsetFit() {}

    /** Keeps the move where it was learnt again; another move, or none, starts anew. */
    static void learn(WatchState state, DatumWatch.Streets streets, Runnable startAnew) {
        double asTagged = 0;
        for (double[] spot : state.recent) {
            asTagged += Math.min(CAP_METERS, spot[2]);
        }
        double best = asTagged * BETTER;
        double east = 0;
        double north = 0;
        if (asTagged > NEAR_METERS * state.recent.length) {
            for (double x = -MOST_METERS; x <= MOST_METERS; x += STEP_METERS) {
                for (double y = -MOST_METERS; y <= MOST_METERS; y += STEP_METERS) {
                    double length = Math.hypot(x, y);
                    if (length >= LEAST_METERS && length <= MOST_METERS) {
                        double sum = sum(state, streets, x, y, best);
                        if (sum < best) {
                            best = sum;
                            east = x;
                            north = y;
                        }
                    }
                }
            }
        }
        boolean found = east != 0 || north != 0;
        boolean same = Math.hypot(east - state.offsetEast, north - state.offsetNorth) < SAME_METERS;
        if (found && same && state.hasOffset()) {
            return;
        }
        state.offsetEast = east;
        state.offsetNorth = north;
        startAnew.run();
    }

    private static double sum(
            WatchState state, DatumWatch.Streets streets, double east, double north, double giveUpAt) {
        double sum = 0;
        for (double[] spot : state.recent) {
            LonLat moved = LocalFrame.at(spot[0], spot[1]).toLonLat(east, north);
            sum += Math.min(CAP_METERS, streets.meters(moved.lon(), moved.lat()));
            if (sum >= giveUpAt) {
                return sum;
            }
        }
        return sum;
    }
}
