package org.gridward.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A second {@code ./gridward up} (nothing changed, database loaded) until ready, against a one-controller application with
 * the same dependencies, started the same way: extracted jar, class-data sharing archive of its own, same flags.
 */
final class StartCase {

    private static final int ROUNDS = 3;
    private static final String PLAIN = "org.gridward.bench.web.PlainApplication";

    private final Instance instance;
    private final Path archive;

    StartCase(Instance instance) {
        this.instance = instance;
        this.archive = instance.home().resolve("plain.jsa");
    }

    BenchLine run() throws Exception {
        Map<String, String> database = instance.database();
        plain(database, archiveFlag(true));
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            peer.add(seconds(plain(instance.database(), archiveFlag(false))));
            instance.stop();
            ours.add(seconds(instance.up()));
        }
        return new BenchLine(
                "spine",
                "second-up-to-ready",
                median(ours) / median(peer),
                2,
                false,
                String.format(Locale.ROOT, "%.2fs", median(ours)),
                String.format(Locale.ROOT, "%.2fs", median(peer)),
                null);
    }

    private String archiveFlag(boolean write) {
        if (Runtime.version().feature() >= 25) {
            return (write ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + archive;
        }
        return (write ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive;
    }

    /** Starts the plain application, waits for its answer, ends it; the time to the answer. */
    private Duration plain(Map<String, String> database, String flag) throws IOException, InterruptedException {
        int port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Xmx768m",
                "-Xlog:cds=error",
                "-cp",
                System.getProperty("java.class.path"),
                PLAIN));
        command.addAll(Arrays.asList(
                "--server.port=" + port,
                "--management.server.port=0",
                "--management.endpoint.health.group.ready.include=db",
                "--spring.main.log-startup-info=false"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path log = instance.home().resolve("plain.log");
        builder.redirectOutput(log.toFile());
        builder.environment().put("GRIDWARD_DB_URL", database.get("url"));
        builder.environment().put("GRIDWARD_DB_USER", database.get("user"));
        builder.environment().put("GRIDWARD_DB_PASSWORD", database.get("password"));
        long start = System.nanoTime();
        Process process = builder.start();
        Duration taken = waitFor(port, process, start, log);
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        return taken;
    }

    private static Duration waitFor(int port, Process process, long start, Path log)
            throws IOException, InterruptedException {
        while (process.isAlive() && System.nanoTime() - start < 120e9) {
            try {
                HttpURLConnection ping = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + "/ping").toURL().openConnection();
                ping.setConnectTimeout(200);
                if (ping.getResponseCode() > 0) {
                    return Duration.ofNanos(System.nanoTime() - start);
                }
            } catch (IOException notYet) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("the plain application did not start:\n" + Files.readString(log));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
