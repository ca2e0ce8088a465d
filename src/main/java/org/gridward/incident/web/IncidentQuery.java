package org.gridward.incident.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridward.incident.IncidentFilter;
import org.gridward.incident.State;
import org.gridward.platform.Bbox;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;

/**
 * The query parameters of the incident list. {@code state} takes states separated by commas, or OPEN for all that are not over;
 * every parameter may be null.
 */
record IncidentQuery(
        String state,
        String grid,
        String layer,
        String bbox,
        String category,
        String since,
        Boolean overdue,
        Integer limit,
        String cursor) {

    IncidentFilter filter() {
        return new IncidentFilter(
                states(),
                text(grid),
                text(layer),
                Bbox.parse(bbox),
                text(category),
                Optional.ofNullable(Instants.parseOrNull(since, "/since")),
                Boolean.TRUE.equals(overdue));
    }

    private Set<State> states() {
        Set<State> states = EnumSet.noneOf(State.class);
        if (state == null || state.isBlank()) {
            return states;
        }
        for (String word : state.toUpperCase(Locale.ROOT).split(",")) {
            if (word.strip().equals("OPEN")) {
                states.addAll(EnumSet.complementOf(EnumSet.copyOf(State.OVER)));
            } else {
                states.add(state(word.strip()));
            }
        }
        return states;
    }

    private static State state(String word) {
        try {
            return State.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw Problem.unreadable(
                            "unknown-state",
                            "'" + word + "' is no state; known are OPEN and " + Arrays.toString(State.values()) + ".")
                    .with("/state", Fault.UNKNOWN, "unknown state");
        }
    }

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }
}
