package org.gridward.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * A limit as it runs for one thing: {@code length} is all the time it has, on the scale of its unit; {@code warnAt} is when
 * 80 % of it have passed; {@code provisional}: a year it touches has no loaded calendar, so a day may still move.
 */
public record Due(
        String kind,
        LimitUnit unit,
        Instant startedAt,
        Duration length,
        Instant due,
        Instant warnAt,
        int profileVersion,
        boolean provisional) {}
