package org.gridward.grid;

import org.gridward.platform.Problem;

/** What a map of an edition takes in memory: grids with {@code vertices} in all. */
record MapWeight(int grids, long vertices) {

    /** Shapes, locator and index of borders, measured on cities of 16 to 20,000 grids and rounded up. */
    private static final long BYTES_A_VERTEX = 120;

    private static final long BYTES_A_GRID = 2_000;
    private static final long MEGABYTE = 1 << 20;

    /** While a locator is built alone: its shapes in flat arrays, the copy it keeps, its cells, and what building takes. */
    private static final long LOCATOR_BYTES_A_VERTEX = 80;

    private static final long LOCATOR_BYTES_A_GRID = 1_000;

    long bytes() {
        return grids * BYTES_A_GRID + vertices * BYTES_A_VERTEX;
    }

    /** @throws Problem 422 {@code edition-too-large} when it would not fit beside what is held for good */
    void requireRoom(String what, long held, long most) {
        requireRoom(what, bytes(), held, most);
    }

    /** The same for its locator alone; three quarters of {@code most} are for it. */
    void requireRoomForLocator(String what, long held, long most) {
        requireRoom(what, grids * LOCATOR_BYTES_A_GRID + vertices * LOCATOR_BYTES_A_VERTEX, held, most - most / 4);
    }

    private void requireRoom(String what, long needed, long held, long most) {
        if (needed > most - held) {
            throw Problem.unprocessable(
                    "edition-too-large",
                    what + " has " + grids + " grids with " + vertices + " vertices and would take about "
                            + needed / MEGABYTE + " MB of memory; this server holds " + held / MEGABYTE
                            + " MB of maps in force and at most " + most / MEGABYTE
                            + " MB. Simplify its lines, divide it into layers, or start the server with more memory"
                            + " (gridward.grid.memory, or a larger heap). What is in force stays in force.");
        }
    }
}
