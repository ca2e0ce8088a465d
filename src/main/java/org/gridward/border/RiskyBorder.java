package org.gridward.border;

import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * One arc of a layer's borders and what it costs.
 *
 * @param rank from 1, the riskiest first
 * @param left codes of the grids on its left, none outside
 * @param line lon/lat
 * @param cases that lie within their accuracy of it and nearer to it than to any other arc
 * @param handOvers transfers and moves of those cases
 * @param joint those of them that went to several at once
 * @param hoursLost waiting beyond the layer's median, at most a day a case
 * @param index {@link #index}
 * @param shift where the border could lie instead; null where none is near or it lies on an edge already
 */
public record RiskyBorder(
        int rank,
        List<String> left,
        List<String> right,
        LineString line,
        double lengthMeters,
        long cases,
        long returns,
        long handOvers,
        long joint,
        double hoursLost,
        double index,
        Shift shift) {

    /** Version of the formula of the index. */
    public static final int FORMULA_VERSION = 1;

    /** Hours of waiting that weigh as much as one case: a working day. */
    static final double HOURS_OF_A_CASE = 8;

    /**
     * The nearest edge of blocks: a street or the border of a street block.
     *
     * @param kind {@code STREET} or {@code BLOCK}
     * @param meanMeters how far the border lies from it on the average
     * @param onEdge whether the border lies on it already
     * @param line the stretch of it beside the border, lon/lat
     */
    public record Shift(
            String kind, String nameZh, String nameEn, double meanMeters, boolean onEdge, LineString line) {}

    /** Cases, thrice the returns and hand-overs, twice the joint dispatches, one for every eight hours lost. */
    static double index(long cases, long returns, long handOvers, long joint, double hoursLost) {
        return cases + 3.0 * (returns + handOvers) + 2.0 * joint + hoursLost / HOURS_OF_A_CASE;
    }
}
