package org.gridward.grid;

import java.util.List;

/**
 * What became of some grids between two editions: the codes before and after, and how much ground went from which to
 * which.
 */
public record LineageStep(Kind kind, List<String> from, List<String> to, List<Flow> flows) {

    /** The ways a grid can come, change and go. */
    public enum Kind {
        /** On ground that no grid had. */
        BORN,
        /** One code ended, its ground went to several. */
        SPLIT,
        /** Several grids became one: a new code, or one of theirs. */
        MERGE,
        /** A new grid was cut out of one that goes on. */
        CARVE,
        /** The border moved between grids that go on. */
        SHIFT,
        /** The same ground under another name, code or parent. */
        RENAME,
        /** Ended, and no grid has its ground. */
        RETIRED
    }

    /**
     * Ground that went from one grid to another; from or to null where no grid had it or has it.
     *
     * @param shareOfFrom of the area of {@code from} before, 0..1; 0 when from is null
     * @param shareOfTo of the area of {@code to} after, 0..1; 0 when to is null
     */
    public record Flow(String from, String to, double areaSquareMeters, double shareOfFrom, double shareOfTo) {}
}
