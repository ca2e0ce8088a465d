package org.gridward.geometry;

/** What can be wrong with an edition of grids. */
public enum FaultKind {
    /** Empty, not finite, beyond the globe, over 180 degrees wide, too many vertices, or not simple (OGC validity). */
    INVALID_SHAPE,
    /** Two grids of the edition carry one code. */
    DUPLICATE_CODE,
    /** The interiors of two grids share ground. */
    OVERLAP,
    /** Ground that belongs to no grid though grids (or the parent) surround it. */
    GAP,
    /** A part of a grid lies outside the shape of its parent, or outside the outer region. */
    OUTSIDE_PARENT,
    /** A grid names no parent where one is due, or one that the parent layer does not have. */
    MISSING_PARENT,
    /** The code of a grid does not begin with the code of its parent. */
    CODE_PARENT_MISMATCH,
    /** The code named other ground in an earlier edition and has ended since. */
    CODE_REUSED
}
