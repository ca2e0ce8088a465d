package org.gridward.border;

import java.time.Instant;
import java.util.List;
import org.gridward.grid.EditionId;
import org.gridward.grid.Receipt;

/**
 * The risk of a layer's borders in force, by the cases of a span of time. {@code in = near + away}: each case is near one arc
 * or none, and {@code near} is the sum over all arcs.
 *
 * @param medianHours from the report to the first acceptance, of all cases in the layer's box; null: none was accepted
 * @param arcs how many arcs the borders have
 * @param ranked the riskiest, those with cases alone
 * @param receipt of the join of cases, by longitude and latitude, with arcs: placed within reach of one, else outside
 */
public record BorderRisk(
        String layer,
        EditionId edition,
        Instant from,
        Instant to,
        double defaultAccuracyMeters,
        Double medianHours,
        long in,
        long near,
        long away,
        int arcs,
        List<RiskyBorder> ranked,
        Receipt receipt) {}
