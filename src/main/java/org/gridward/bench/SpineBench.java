package org.gridward.bench;

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

    /** Runs every case; whether all goals were met. */
    boolean run() throws Exception {
        System.err.println("Starting an installation with the demo city…");
        instance.up();
        double megabytes = instance.residentBytes() / 1e6;
        report(new BenchLine(
                "spine",
                "memory-after-demo-load",
                megabytes / MEMORY_GOAL_MB,
                1,
                false,
                String.format(Locale.ROOT, "%.0fMB", megabytes),
                "900MB(limit)",
                null));
        report(new LocateCase(instance).run());
        report(new ReportCase(instance).run());
        report(new StartCase(instance).run());
        return lines.stream().allMatch(BenchLine::met);
    }

    private void report(BenchLine line) {
        lines.add(line);
        System.out.println(line);
    }
}
