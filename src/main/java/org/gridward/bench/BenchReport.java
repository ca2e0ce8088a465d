package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the goals and the last measurements to docs/benchmarks.md, between two marks; what stands around them stays. */
public final class BenchReport {

    private static final String FROM = "<!-- last run of %s -->";
    private static final String TO = "<!-- end of %s -->";

    private BenchReport() {}

    public static void write(Path page, String name, List<BenchLine> lines, String machine) throws IOException {
        if (!Files.exists(page)) {
            return;
        }
        String text = Files.readString(page);
        String from = FROM.formatted(name);
        String to = TO.formatted(name);
        int start = text.indexOf(from);
        int end = text.indexOf(to);
        if (start < 0 || end < start) {
            throw new IOException(page + " has no marks '" + from + "' and '" + to + "' to write between");
        }
        Files.writeString(page, text.substring(0, start) + from + "\n" + table(lines, machine) + text.substring(end));
    }

    private static String table(List<BenchLine> lines, String machine) {
        StringBuilder table =
                new StringBuilder("\nMeasured " + LocalDate.now(ZoneOffset.UTC) + " on " + machine + ".\n\n");
        table.append(
                "| case | goal (ratio) | ratio | ours | peer | same answers | met |\n|---|---|---|---|---|---|---|\n");
        for (BenchLine line : lines) {
            table.append(String.format(
                    java.util.Locale.ROOT,
                    "| %s | %s %.2f | %.2f | %s | %s | %s | %s |%n",
                    line.test(),
                    line.atLeast() ? "≥" : "≤",
                    line.goal(),
                    line.ratio(),
                    line.ours(),
                    line.peer(),
                    line.sameAnswers() == null ? "-" : line.sameAnswers() ? "yes" : "no",
                    line.met() ? "yes" : "no"));
        }
        return table.append('\n').toString();
    }
}
