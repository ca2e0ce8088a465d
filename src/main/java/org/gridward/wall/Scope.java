package org.gridward.wall;

import java.util.Collection;
import java.util.Set;
import org.gridward.access.Actor;
import org.gridward.grid.GridMap;

/** The ground that a reader may see, by codes: the own jurisdiction and everything below it. */
final class Scope {

    private final Actor reader;
    private final Set<String> below;

    Scope(Actor reader, GridMap grids) {
        this.reader = reader;
        this.below = reader.jurisdiction().equals(Actor.WHOLE_CITY) ? Set.of() : grids.below(reader.jurisdiction());
    }

    boolean holds(String code) {
        return reader.mayActIn(code) || below.contains(code);
    }

    /** Whether a case held by these grids may be seen; one in no grid only by whoever sees the whole city. */
    boolean holdsAny(Collection<String> codes) {
        return reader.jurisdiction().equals(Actor.WHOLE_CITY) || codes.stream().anyMatch(this::holds);
    }
}
