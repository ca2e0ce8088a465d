package org.gridward.deadline;

import java.time.Duration;

/** How far a limit has run: green up to 80 % of it, yellow up to 100 %, red beyond. */
public enum Light {
    GREEN,
    YELLOW,
    RED;

    private static final int WARN_PERCENT = 80;

    /** @param left what is left of {@code length}, both on the limit's own scale; negative: what it is over by */
    public static Light of(Duration length, Duration left) {
        if (left.isNegative()) {
            return RED;
        }
        return length.minus(left).compareTo(untilWarning(length)) > 0 ? YELLOW : GREEN;
    }

    /** The part of a limit after which it turns yellow. */
    public static Duration untilWarning(Duration length) {
        return length.multipliedBy(WARN_PERCENT).dividedBy(100);
    }
}
