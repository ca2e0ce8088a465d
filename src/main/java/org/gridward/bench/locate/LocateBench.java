package org.gridward.bench.locate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.bench.BenchLine;
import org.gridward.bench.BenchReport;

/** {@code ./gridward bench locate [CASE…] [--quick] [--rows=N]}: every goal of exact responsibility at full speed, in one run. */
public final class LocateBench {

    private static final String ROWS = "--rows=";
    private static final Map<String, BenchCase> CASES = new LinkedHashMap<>();

    static {
        CASES.put("postgis", new JoinCase());
        CASES.put("jts-micro", setup -> kernel(setup, setup.micro(), new KernelCase.Goals(120, 60, 50)));
        CASES.put("jts-grid", setup -> kernel(setup, setup.grid(), new KernelCase.Goals(100, 0, 70)));
        CASES.put("jts-chicago", LocateBench::chicago);
        CASES.put("build", new BuildCase());
        CASES.put("redraw", new RedrawCase());
        CASES.put("reassign", new ReassignCase());
        CASES.put("exact", new ExactnessCase());
        CASES.put("csv", new BulkCase());
        CASES.put("lookup", new LookupCase());
    }

    private LocateBench() {}

    /** Runs the cases and prints a line for each result; whether all goals were met. */
    public static boolean run(List<String> words) throws Exception {
        boolean quick = words.contains("--quick");
        Set<String> chosen = new TreeSet<>(words);
        chosen.removeIf(word -> word.startsWith("--"));
        if (!CASES.keySet().containsAll(chosen)) {
            chosen.removeAll(CASES.keySet());
            System.err.println("gridward bench locate: no case " + chosen + "; there are " + CASES.keySet() + ".");
            return false;
        }
        List<BenchLine> lines = new ArrayList<>();
        System.out.println("# " + machine());
        try (Setup setup = new Setup(quick, rows(words, quick))) {
            for (Map.Entry<String, BenchCase> entry : CASES.entrySet()) {
                if (chosen.isEmpty() || chosen.contains(entry.getKey())) {
                    lines.addAll(run(entry.getKey(), entry.getValue(), setup));
                }
            }
        }
        if (chosen.isEmpty() && words.isEmpty()) {
            BenchReport.write(docs().resolve("benchmarks.md"), "locate", lines, machine());
        }
        return lines.stream().allMatch(BenchLine::met);
    }

    /** A case that breaks counts as missed and does not take the others with it. */
    private static List<BenchLine> run(String name, BenchCase measured, Setup setup) throws InterruptedException {
        List<BenchLine> lines;
        long start = System.nanoTime();
        try {
            lines = measured.run(setup);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception broken) {
            broken.printStackTrace();
            lines = List.of(new BenchLine("locate", name, Double.NaN, 1, true, "failed", "-", false));
        }
        lines.forEach(System.out::println);
        Setup.say(String.format(Locale.ROOT, "(%s took %.0f s)", name, (System.nanoTime() - start) / 1e9));
        return lines;
    }

    private static long rows(List<String> words, boolean quick) {
        return words.stream()
                .filter(word -> word.startsWith(ROWS))
                .mapToLong(word -> Long.parseLong(word.substring(ROWS.length())))
                .findFirst()
                .orElse(quick ? 1_000_000 : 100_000_000);
    }

    private static List<BenchLine> chicago(Setup setup) throws Exception {
        var layer = setup.chicago();
        return layer.isEmpty() ? List.of() : kernel(setup, layer.get(), new KernelCase.Goals(100, 0, 0));
    }

    private static List<BenchLine> kernel(Setup setup, BenchLayer layer, KernelCase.Goals goals) throws Exception {
        List<BenchLine> lines = new KernelCase(layer, goals, setup.points()).run();
        layer.forget();
        return lines;
    }

    private static Path docs() {
        return Path.of(System.getenv("GRIDWARD_SCRIPT")).resolveSibling("docs");
    }

    /** Cores, JVM and its flags, so that a figure can be had again. */
    private static String machine() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + " "
                + String.join(
                        " ",
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(flag -> flag.startsWith("-X"))
                                .toList());
    }
}
