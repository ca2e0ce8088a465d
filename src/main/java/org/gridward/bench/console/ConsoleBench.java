package org.gridward.bench.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.bench.BenchLine;
import org.gridward.bench.BenchReport;

/** {@code ./gridward bench console [CASE…] [--quick]}: every goal of the dispatcher's console, in one run. */
public final class ConsoleBench {

    private static final Map<String, ConsoleCase> CASES = new LinkedHashMap<>();

    static {
        for (String name : List.of("paint", "pan", "one-case", "keys", "memory")) {
            CASES.put(name, new BrowserCase(name));
        }
        CASES.put("streams", new StreamsCase());
    }

    private ConsoleBench() {}

    /** Runs the cases and prints a line for each result; whether all goals were met. */
    public static boolean run(List<String> words) throws Exception {
        Set<String> chosen = new TreeSet<>(words);
        chosen.removeIf(word -> word.startsWith("--"));
        if (!CASES.keySet().containsAll(chosen)) {
            chosen.removeAll(CASES.keySet());
            System.err.println("gridward bench console: no case " + chosen + "; there are " + CASES.keySet() + ".");
            return false;
        }
        List<BenchLine> lines = new ArrayList<>();
        try (ConsoleSetup setup = new ConsoleSetup(words.contains("--quick"))) {
            for (Map.Entry<String, ConsoleCase> entry : CASES.entrySet()) {
                if (chosen.isEmpty() || chosen.contains(entry.getKey())) {
                    lines.addAll(run(entry.getKey(), entry.getValue(), setup));
                }
            }
        }
        if (words.isEmpty()) {
            BenchReport.write(
                    Path.of(System.getenv("GRIDWARD_SCRIPT"))
                            .resolveSibling("docs")
                            .resolve("benchmarks.md"),
                    "console",
                    lines,
                    Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version());
        }
        return lines.stream().allMatch(BenchLine::met);
    }

    /** A case that breaks counts as missed and does not take the others with it. */
    private static List<BenchLine> run(String name, ConsoleCase measured, ConsoleSetup setup)
            throws InterruptedException {
        List<BenchLine> lines;
        try {
            lines = measured.run(setup);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception broken) {
            broken.printStackTrace();
            lines = List.of(new BenchLine("console", name, Double.NaN, 1, true, "failed", "-", false));
        }
        lines.forEach(System.out::println);
        return lines;
    }
}
