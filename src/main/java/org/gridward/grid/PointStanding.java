package org.gridward.grid;

/** How a point stands to the grids of one layer. */
public enum PointStanding {
    /** Exactly one grid holds it. */
    OWNED,
    /** Several grids of a free layer hold it; the lowest code is given. */
    JOINT,
    /** A wider layer's grid holds it, but none of this layer, which is a partition and must cover it. */
    GAP,
    /** No grid of this layer holds it, and none of the layers that it must cover: a free layer must cover nothing. */
    OUTSIDE,
    /** It is no position: missing, unreadable, not finite or off the globe. */
    INVALID
}
