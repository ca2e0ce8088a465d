package org.gridward.incident;

import java.time.Instant;

/**
 * Something that must have happened by {@code due}: kind is RESPOND, CONTROL, REVISIT, CLOSE or PLAN; metAt, firedAt and
 * warnedAt are null while open; provisional: the calendar of a year it touches is not loaded. unit is what it is counted in,
 * warnAt when 80 % of it have passed; light is GREEN up to there, YELLOW up to due, RED beyond, as of metAt once it is met;
 * standing: its clock stands still, as while the incident is parked.
 */
public record DeadlineSet(
        String kind,
        Instant due,
        int profileVersion,
        boolean provisional,
        Instant metAt,
        Instant firedAt,
        String unit,
        Instant startedAt,
        Instant warnAt,
        Instant warnedAt,
        String light,
        boolean standing) {}
