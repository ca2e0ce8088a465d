package org.gridward.incident;

import java.util.EnumSet;
import java.util.Set;

/** Where an incident is in its life. Parked, supervised and held are no states: see {@link Condition}. */
public enum State {
    REPORTED,
    DISPATCHED,
    ACCEPTED,
    ARRIVED,
    FINISHED,
    FED_BACK,
    CLOSED,
    VOID,
    MERGED;

    /** The states after which nothing more is asked of anybody. */
    public static final Set<State> OVER = Set.copyOf(EnumSet.of(CLOSED, VOID, MERGED));

    /** Whether the incident is closed, void or merged into another; {@code closed_at} is set then and only then. */
    public boolean isOver() {
        return OVER.contains(this);
    }
}
