package org.gridward.patrol;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of two fixes that claim one instant is kept: the more exact one, then the one further west, south, slower. The
 * same rule as sql/patrol/improve_fixes, so that neither order nor repetition of batches changes what is stored.
 */
final class FixOrder {

    static final Comparator<Fix> BEST_FIRST = Comparator.<Fix>comparingDouble(fix -> orInfinite(fix.accuracyMeters()))
            .thenComparingDouble(Fix::lon)
            .thenComparingDouble(Fix::lat)
            .thenComparingDouble(fix -> orInfinite(fix.speedMetersPerSecond()));

    private FixOrder() {}

    /** The best fix of each instant, by time. */
    static SortedMap<Instant, Fix> bestByInstant(List<Fix> fixes) {
        SortedMap<Instant, Fix> best = new TreeMap<>();
        for (Fix fix : fixes) {
            best.merge(fix.t(), fix, (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        return best;
    }

    private static double orInfinite(Double value) {
        return value == null ? Double.POSITIVE_INFINITY : value;
    }
}
