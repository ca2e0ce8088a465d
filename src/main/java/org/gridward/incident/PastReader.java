package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.gridward.grid.GridMap;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Settles a past incident: its category, state, times and spot are checked and its grids found at its own time. */
@Component
class PastReader {

    private final Categories categories;
    private final Jurisdiction jurisdiction;
    private final GridMap gridMap;
    private final NumberBlocks numbers;
    private final Clock clock;

    PastReader(Categories categories, Jurisdiction jurisdiction, GridMap gridMap, NumberBlocks numbers, Clock clock) {
        this.categories = categories;
        this.jurisdiction = jurisdiction;
        this.gridMap = gridMap;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @throws Problem 422 naming the row and what is wrong with it */
    PastRow read(PastIncident past, long row) {
        Category category = categories
                .find(past.category())
                .orElseThrow(() -> refuse(row, "category", "'" + past.category() + "' is no category of incidents"));
        State state = state(past, row);
        if (past.occurredAt() == null
                || past.occurredAt().isAfter(clock.instant())
                || past.occurredAt().isBefore(ReportRules.EARLIEST)) {
            throw refuse(row, "occurredAt", past.occurredAt() + " is no time from 1900 until now");
        }
        String description =
                past.description() == null ? "" : past.description().strip();
        if (description.length() > 4_000 || description.indexOf('\0') >= 0) {
            throw refuse(row, "description", "longer than 4000 characters, or holds the character U+0000");
        }
        LonLatCheck.requireInside(past.lon(), past.lat(), jurisdiction.box(), "/" + row);
        Instant occurredAt = past.occurredAt().truncatedTo(ChronoUnit.MICROS);
        return new PastRow(
                Ids.next(),
                past.number() == null || past.number().isBlank() ? numbers.next(occurredAt) : past.number(),
                category,
                state,
                description,
                past.channel() == null ? "IMPORT" : past.channel().toUpperCase(Locale.ROOT),
                past.lon(),
                past.lat(),
                occurredAt,
                closedAt(past, state, occurredAt, row),
                past.attributes() == null ? Map.of() : past.attributes(),
                gridMap.locate(past.lon(), past.lat(), occurredAt, null),
                state == State.CLOSED ? past.handled() : null);
    }

    private static State state(PastIncident past, long row) {
        if (past.state() == null || past.state().isBlank()) {
            return State.CLOSED;
        }
        return Arrays.stream(State.values())
                .filter(state -> state != State.MERGED
                        && state.name().equalsIgnoreCase(past.state().strip()))
                .findFirst()
                .orElseThrow(() -> refuse(
                        row,
                        "state",
                        "'" + past.state() + "' is no state; known are " + Arrays.toString(State.values())));
    }

    private static Instant closedAt(PastIncident past, State state, Instant occurredAt, long row) {
        if (!state.isOver()) {
            return null;
        }
        Instant closedAt =
                past.closedAt() == null ? occurredAt : past.closedAt().truncatedTo(ChronoUnit.MICROS);
        if (closedAt.isBefore(occurredAt)) {
            throw refuse(row, "closedAt", closedAt + " lies before the incident occurred at " + occurredAt);
        }
        return closedAt;
    }

    private static Problem refuse(long row, String field, String why) {
        return Problem.unprocessable("row-not-acceptable", "Row " + row + ": " + field + " " + why + ".")
                .with("/" + row + "/" + field, Fault.UNREADABLE, why);
    }
}
