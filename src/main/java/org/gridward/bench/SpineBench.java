package org.gridward.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The goals of the running spine: bulk join over HTTP, durable reports, fast start, small memory. */
final class SpineBench {

    private static final double MEMORY_GOAL_MB = 900;

    private final Instance instance;
    private final List<BenchLine> lines = new ArrayList<>();

    SpineBench(Instance instance) {
        this.instance = instance;
    }

    /** Runs every case, prints and writes the results; whether all goals were met. */
    boolean run() throws Exception {
        System.err.println("Starting an installation with the demo city…");
        instance.up();
        long resident = instance.residentBytes();
        report(new LocateCase(instance).run());
        report(new ReportCase(instance).run());
        report(memory(Math.max(resident, instance.residentBytes())));
        report(new StartCase(instance).run());
        BenchReport.write(instance.docs().resolve("benchmarks.md"), "spine", lines, machine());
        return lines.stream().allMatch(BenchLine::met);
    }

    /** After the demo load, and again after a million points and some ten thousand reports; the larger counts. */
    private static BenchLine memory(long bytes) {
        double megabytes = bytes / 1e6;
        return new BenchLine(
                "spine",
                "resident-memory",
                megabytes / MEMORY_GOAL_MB,
                1,
                false,
                String.format(Locale.ROOT, "%.0fMB", megabytes),
                "900MB(limit)",
                null);
    }

    private String machine() throws IOException, InterruptedException {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", "
                + instance.program("psql", "-Atc", "SHOW server_version")
                        .strip()
                        .replaceFirst("^", "PostgreSQL ");
    }

    private void report(BenchLine line) {
        lines.add(line);
        System.out.println(line);
    }
}
