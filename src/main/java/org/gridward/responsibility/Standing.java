package org.gridward.responsibility;

/** How a spot stands in the grids: one owner, several, none inside the city, or outside all of it. */
public enum Standing {
    OWNED,
    JOINT,
    GAP,
    OUTSIDE
}
