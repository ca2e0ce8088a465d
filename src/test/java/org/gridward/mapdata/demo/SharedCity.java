package org.gridward.mapdata.demo;

/** The city of seed 7, drawn once for all tests of this JVM. */
final class SharedCity {
    static final long SEED = 7;
    private static DemoCity city;

    private SharedCity() {}

    static synchronized DemoCity get() {
        if (city == null) {
            city = DemoCity.generate(SEED);
        }
        return city;
    }
}
