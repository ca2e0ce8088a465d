package org.gridward.geodesy;

import java.nio.file.Path;

/** Where the real data of the machine lies: GRIDWARD_DATA as system property or environment, else ../shared/data. */
public final class RealData {

    private RealData() {}

    public static Path folder(String name) {
        String said =
                System.getProperty("GRIDWARD_DATA", System.getenv().getOrDefault("GRIDWARD_DATA", "../shared/data"));
        return Path.of(said).resolve(name);
    }
}
