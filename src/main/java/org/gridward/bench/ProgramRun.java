package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a program printed, how long it took, and the largest resident memory that any Java process it started ever had
 * (VmHWM, bytes; 0 when it was done before it was looked at).
 */
public record ProgramRun(String output, double seconds, long peakBytes) {

    private static final int LIMIT_MINUTES = 15;
    private static final int LOOK_EVERY_MILLIS = 20;

    /** @throws IOException with the output when it does not end with status 0 */
    static ProgramRun of(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "run", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("GRIDWARD_DB_"));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process));
            if (System.nanoTime() - start > LIMIT_MINUTES * 60e9) {
                process.destroyForcibly();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = Files.readString(out);
        Files.delete(out);
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ":\n" + text);
        }
        return new ProgramRun(text, seconds, peak);
    }

    private static long peak(Process process) {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.mapToLong(child -> javaPeak(Path.of("/proc", String.valueOf(child.pid()))))
                    .max()
                    .orElse(0);
        }
    }

    private static long javaPeak(Path process) {
        try {
            if (Files.readString(process.resolve("comm")).strip().equals("java")) {
                for (String line : Files.readAllLines(process.resolve("status"))) {
                    if (line.startsWith("VmHWM:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException gone) {
            return 0; // it ended while it was looked at
        }
        return 0;
    }
}
