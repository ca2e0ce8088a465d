package org.gridward.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is counted, each defined in docs/counters.md; in the order in which tables show them. */
public enum Counter {
    REPORTED,
    FILED,
    VOID,
    MERGED,
    OPEN,
    CLOSED,
    DISPATCHED_RIGHT,
    DISPATCHED_WRONG,
    RETURNED,
    RETURNS,
    SHIRKED,
    REWORK,
    REOPENED,
    EXTENDED,
    PARKED,
    ESCALATED,
    GRID_LEVEL,
    FROM_PATROL,
    COMPLAINTS,
    PASSED_UNREPORTED,
    SEEN_LATE,
    NOT_PASSED,
    RATED,
    SATISFIED,
    ON_TIME_RESPOND,
    LATE_RESPOND,
    ON_TIME_CONTROL,
    LATE_CONTROL,
    ON_TIME_CLOSE,
    LATE_CLOSE,
    ON_TIME_REVISIT,
    LATE_REVISIT,
    ON_TIME_PLAN,
    LATE_PLAN;

    /** The clocks that are counted. */
    static final List<String> CLOCKS = List.of("RESPOND", "CONTROL", "CLOSE", "REVISIT", "PLAN");

    static Counter onTime(String clock) {
        return valueOf("ON_TIME_" + clock);
    }

    static Counter late(String clock) {
        return valueOf("LATE_" + clock);
    }

    /** The counter of that name, in any case of letters. */
    public static Optional<Counter> find(String name) {
        return Arrays.stream(values())
                .filter(counter -> counter.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
