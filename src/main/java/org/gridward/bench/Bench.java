package org.gridward.bench;

import java.util.List;

/**
 * Entry of {@code ./gridward bench [NAME]}: prints one line per case and ends with 1 when a goal is missed or answers
 * differ. The script passes GRIDWARD_SCRIPT (itself) and GRIDWARD_PG_BIN (PostgreSQL's programs).
 */
public final class Bench {

    private static final List<String> NAMES = List.of("spine");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? NAMES.get(0) : args[0];
        if (!NAMES.contains(name)) {
            System.err.println("gridward bench: no bench '" + name + "'; there are " + NAMES + ".");
            System.exit(2);
        }
        try (Instance instance = Instance.create()) {
            boolean met = new SpineBench(instance).run();
            System.exit(met ? 0 : 1);
        }
    }
}
