package org.gridward.geometry;

import java.util.ArrayList;
import java.util.List;

/** Says which tables of cells came from which by redraws. Remembers a bounded number of forebears and holds none of them. */
final class CellLineage {

    private static final int REMEMBERED = 64;

    private final Object self = new Object();
    private final List<Object> forebears;

    /** Of a table built as a whole. */
    CellLineage() {
        this.forebears = List.of();
    }

    CellLineage(CellLineage parent) {
        List<Object> line = new ArrayList<>(parent.forebears);
        line.add(parent.self);
        this.forebears = List.copyOf(line.subList(Math.max(0, line.size() - REMEMBERED), line.size()));
    }

    /** True also for itself. False if it came from there too many redraws ago. */
    boolean comesFrom(CellLineage earlier) {
        return earlier.self == self || forebears.contains(earlier.self);
    }
}
