package org.gridward.bench.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.bench.BenchLine;
import org.gridward.bench.BenchReport;

/** {@code ./gridward bench loop [CASE…] [--quick] [--kills=N]}: every goal of the loop from report to closed case, in one run. */
public final class LoopBench {

    private static final String KILLS = "--kills=";
    private static final Map<String, LoopCase> CASES = new LinkedHashMap<>();

    static {
        CASES.put("stream", new StreamCase());
        CASES.put("intake", new IntakeCase());
        CASES.put("deadlines", new DeadlineCase());
        CASES.put("kill", new KillCase());
    }

    private LoopBench() {}

    /** Runs the cases and prints a line for each result; whether all goals were met. */
    public static boolean run(List<String> words) throws Exception {
        Set<String> chosen = new TreeSet<>(words);
        chosen.removeIf(word -> word.startsWith("--"));
        if (!CASES.keySet().containsAll(chosen)) {
            chosen.removeAll(CASES.keySet());
            System.err.println("gridward bench loop: no case " + chosen + "; there are " + CASES.keySet() + ".");
            return false;
        }
        List<BenchLine> lines = new ArrayList<>();
        try (LoopSetup setup = new LoopSetup(words.contains("--quick"), kills(words))) {
            for (Map.Entry<String, LoopCase> entry : CASES.entrySet()) {
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
                    "loop",
                    lines,
                    Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version());
        }
        return lines.stream().allMatch(BenchLine::met);
    }

    private static int kills(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(KILLS))
                .mapToInt(word -> Integer.parseInt(word.substring(KILLS.length())))
                .findFirst()
                .orElse(words.contains("--quick") ? 2 : 100);
    }

    /** A case that breaks counts as missed and does not take the others with it. */
    private static List<BenchLine> run(String name, LoopCase measured, LoopSetup setup) throws InterruptedException {
        List<BenchLine> lines;
        try {
            lines = measured.run(setup);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception broken) {
            broken.printStackTrace();
            lines = List.of(new BenchLine("loop", name, Double.NaN, 1, true, "failed", "-", false));
        }
        lines.forEach(System.out::println);
        return lines;
    }
}
