package org.gridward.bench;

import java.util.Arrays;
import java.util.List;
import org.gridward.bench.console.ConsoleBench;
import org.gridward.bench.locate.LocateBench;
import org.gridward.bench.loop.LoopBench;

/**
 * Entry of {@code ./gridward bench [NAME]}: prints one line per case and ends with 1 when a goal is missed or answers
 * differ. The script passes GRIDWARD_SCRIPT (itself) and GRIDWARD_PG_BIN (PostgreSQL's programs).
 */
public final class Bench {

    private static final List<String> NAMES = List.of("spine", "locate", "loop", "console");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? NAMES.get(0) : args[0];
        if (!NAMES.contains(name)) {
            System.err.println("gridward bench: no bench '" + name + "'; there are " + NAMES + ".");
            System.exit(2);
        }
        List<String> words = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        boolean met =
                switch (name) {
                    case "locate" -> LocateBench.run(words);
                    case "loop" -> LoopBench.run(words);
                    case "console" -> ConsoleBench.run(words);
                    default -> spine();
                };
        System.exit(met ? 0 : 1);
    }

    private static boolean spine() throws Exception {
        try (Instance instance = Instance.create()) {
            return new SpineBench(instance).run();
        }
    }
}
