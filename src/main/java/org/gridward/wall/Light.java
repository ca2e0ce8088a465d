package org.gridward.wall;

import java.time.Instant;

/** How the clock of a case stands that hurts next; NONE where no clock runs. */
public enum Light {
    OVERDUE,
    AT_RISK,
    ON_TIME,
    NONE;

    /** The light at an instant; a clock that stands keeps the light it had. */
    static Light at(Instant now, Instant due, Instant warnAt, Instant standsAt) {
        if (due == null) {
            return NONE;
        }
        Instant seen = standsAt == null ? now : standsAt;
        if (seen.isAfter(due)) {
            return OVERDUE;
        }
        return warnAt != null && seen.isAfter(warnAt) ? AT_RISK : ON_TIME;
    }
}
