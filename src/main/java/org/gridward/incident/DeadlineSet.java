package org.gridward.incident;

import java.time.Instant;

/**
 * Something that must have happened by {@code due}: kind is RESPOND, CONTROL, REVISIT, CLOSE or PLAN; metAt and firedAt are
 * null while open; provisional: the calendar of working days did not yet reach that far.
 */
public record DeadlineSet(
        String kind, Instant due, int profileVersion, boolean provisional, Instant metAt, Instant firedAt) {}
