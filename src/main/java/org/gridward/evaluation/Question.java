package org.gridward.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What is to be counted.
 *
 * @param layer the layer whose grids are the rows, for {@code GRID}; else null
 * @param from first instant of the cases' reports
 * @param to after their last
 * @param at as it stood then: nothing that happened later is seen; also the time of the grids, goals and rules
 * @param source only cases of this external source or channel, such as 12345; null: all
 * @param jurisdiction only cases that lie in this grid or below it; null: of the whole city
 */
public record Question(By by, String layer, Instant from, Instant to, Instant at, String source, String jurisdiction) {

    /** What the rows are. */
    public enum By {
        GRID,
        TEAM,
        DEPARTMENT
    }

    static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
