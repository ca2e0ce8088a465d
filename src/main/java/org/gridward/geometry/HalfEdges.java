package org.gridward.geometry;

import java.util.Arrays;

/**
 * The two sides of every piece, linked round nodes and round faces (a doubly connected edge list in flat arrays).
 *
 * <p>Half-edge 2p runs along piece p, 2p + 1 against it; the face of a half-edge lies on its left. A cycle is the way
 * round one border of one face.
 */
final class HalfEdges {

    private final NodedBorders borders;
    private final int[] starOf;
    private final int[] stars;
    private final int[] next;
    private final int[] cycle;
    private final int[] cycleFirst;

    HalfEdges(NodedBorders borders) {
        this.borders = borders;
        int halves = borders.pieces().count() * 2;
        this.starOf = new int[borders.nodes() + 1];
        this.stars = new int[halves];
        fillStars(halves);
        this.next = new int[halves];
        link();
        this.cycle = new int[halves];
        this.cycleFirst = findCycles();
    }

    private void fillStars(int halves) {
        for (int h = 0; h < halves; h++) {
            starOf[origin(h) + 1]++;
        }
        for (int node = 0; node < borders.nodes(); node++) {
            starOf[node + 1] += starOf[node];
        }
        int[] place = starOf.clone();
        for (int h = 0; h < halves; h++) {
            stars[place[origin(h)]++] = h;
        }
        for (int node = 0; node < borders.nodes(); node++) {
            IntSort.sort(stars, starOf[node], starOf[node + 1], borders::compareAngle);
        }
    }

    /** At the end of a half-edge its face goes on with the next half-edge clockwise from the way back. */
    private void link() {
        for (int node = 0; node < borders.nodes(); node++) {
            int start = starOf[node];
            int end = starOf[node + 1];
            for (int i = start; i < end; i++) {
                next[stars[i] ^ 1] = stars[i == start ? end - 1 : i - 1];
            }
        }
    }

    private int[] findCycles() {
        Arrays.fill(cycle, -1);
        int[] first = new int[16];
        int cycles = 0;
        for (int h = 0; h < cycle.length; h++) {
            if (cycle[h] < 0) {
                if (cycles == first.length) {
                    first = Arrays.copyOf(first, cycles * 2);
                }
                first[cycles] = h;
                for (int walk = h; cycle[walk] < 0; walk = next[walk]) {
                    cycle[walk] = cycles;
                }
                cycles++;
            }
        }
        return Arrays.copyOf(first, cycles);
    }

    int count() {
        return next.length;
    }

    int origin(int half) {
        EdgeSet pieces = borders.pieces();
        return (half & 1) == 0 ? pieces.from()[half >> 1] : pieces.to()[half >> 1];
    }

    int next(int half) {
        return next[half];
    }

    int cycle(int half) {
        return cycle[half];
    }

    int cycles() {
        return cycleFirst.length;
    }

    int firstOfCycle(int number) {
        return cycleFirst[number];
    }

    /** How many pieces end at a node. */
    int degree(int node) {
        return starOf[node + 1] - starOf[node];
    }

    /** The i-th half-edge that leaves a node, counter-clockwise from straight down (which comes last). */
    int outgoing(int node, int i) {
        return stars[starOf[node] + i];
    }
}
