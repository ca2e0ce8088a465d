package org.gridward.mapdata.demo;

/** Two places built to published figures under invented names: an estate community and a street block. */
final class Showcase {
    /** Three micro-grids of together 2,102 households: the real figure stands, though each is above 500. */
    static final int[] HOUSEHOLDS = {701, 698, 703};

    private Showcase() {}
}
