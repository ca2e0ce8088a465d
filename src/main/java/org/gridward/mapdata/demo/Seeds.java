package org.gridward.mapdata.demo;

import java.util.SplittableRandom;

/** Named streams of chance: each part of the city draws from its own, so a change in one part leaves the others. */
record Seeds(long seed) {

    SplittableRandom of(String part) {
        long h = 1125899906842597L;
        for (int i = 0; i < part.length(); i++) {
            h = 31 * h + part.charAt(i);
        }
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ h);
    }

    /** A bell-shaped draw of mean 0 and spread 1 (sum of twelve). */
    static double bell(SplittableRandom r) {
        double s = -6;
        for (int i = 0; i < 12; i++) {
            s += r.nextDouble();
        }
        return s;
    }
}
