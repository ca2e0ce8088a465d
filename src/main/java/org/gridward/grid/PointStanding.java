package org.gridward.grid;

/** How a point stands to the grids of one layer. */
public enum PointStanding {
    /** Exactly one grid holds it. */
    OWNED,
    /** Several grids of a free layer hold it; the lowest code is given. */
    JOINT,
    /** A wider layer's grid holds it, but none of this layer. */
    GAP,
    /** No grid of this layer or of those above it holds it. */
    OUTSIDE,
    /** It is no position: missing, unreadable, not finite or off the globe. */
    INVALID
}
