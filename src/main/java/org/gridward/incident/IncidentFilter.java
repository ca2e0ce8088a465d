package org.gridward.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Bbox;

/** Which incidents to list; empty members do not narrow. A layer narrows together with a grid of it. */
public record IncidentFilter(
        Set<State> states,
        Optional<String> grid,
        Optional<String> layer,
        Optional<Bbox> bbox,
        Optional<String> category,
        Optional<Instant> since,
        boolean overdue) {}
