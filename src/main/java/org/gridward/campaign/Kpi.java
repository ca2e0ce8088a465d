package org.gridward.campaign;

import java.time.Instant;
import java.util.List;

/**
 * What a campaign is measured by: incidents near its items, before and after.
 *
 * @param categories of incidents
 * @param nearMeters how near; 50 when null
 * @param afterUntil null: until now
 * @param goalPercent the change that is wanted, such as -80; may be null
 */
public record Kpi(
        List<String> categories,
        Double nearMeters,
        Instant beforeFrom,
        Instant beforeUntil,
        Instant afterFrom,
        Instant afterUntil,
        Double goalPercent) {

    /**
     * What was counted.
     *
     * @param beforeRate, afterRate incidents in 30 days
     * @param changePercent of the rate; null where there was none before
     * @param reached whether the goal is reached; null without one
     */
    public record Measured(
            long before,
            long after,
            double beforeRate,
            double afterRate,
            Double changePercent,
            Double goalPercent,
            Boolean reached) {}
}
