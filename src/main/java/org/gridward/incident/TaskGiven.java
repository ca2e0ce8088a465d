package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * A task of an incident: part is LEAD or HELPER, with times of its own. Unit, reason (of a release) and the times of what has
 * not happened are null.
 *
 * @param version for If-Match of an action on a helper's task
 * @param offRoster whether the task is open and nobody of that name holds the role in that grid any more
 */
public record TaskGiven(
        UUID id,
        String gridCode,
        String team,
        String part,
        String role,
        String person,
        String personEn,
        String unit,
        String state,
        Instant startedAt,
        Instant endedAt,
        Instant acceptedAt,
        Instant arrivedAt,
        String reason,
        int version,
        boolean offRoster) {

    /** A task as it is given. */
    public static TaskGiven assigned(
            UUID id,
            String gridCode,
            String team,
            String part,
            String role,
            String person,
            String personEn,
            String unit,
            Instant at) {
        return new TaskGiven(
                id,
                gridCode,
                team,
                part,
                role,
                person,
                personEn,
                unit,
                "ASSIGNED",
                at,
                null,
                null,
                null,
                null,
                1,
                false);
    }

    /** The same with what is known of the roster now. */
    public TaskGiven offRoster(boolean off) {
        return new TaskGiven(
                id,
                gridCode,
                team,
                part,
                role,
                person,
                personEn,
                unit,
                state,
                startedAt,
                endedAt,
                acceptedAt,
                arrivedAt,
                reason,
                version,
                off);
    }
}
