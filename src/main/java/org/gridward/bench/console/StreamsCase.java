package org.gridward.bench.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.gridward.bench.BenchLine;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;
import org.gridward.bench.SameRows;
import org.gridward.platform.Sql;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A thousand clients of the stream on one server: how long after a report is written each of 800 reads it while the other
 * 200 read too, and while those 200 have stopped reading; and by how much the heap grows, after a collection each time.
 */
final class StreamsCase implements ConsoleCase {

    private static final int CLIENTS = 1_000;
    private static final int STALLED = 200;
    /** A user has so many streams at once. */
    private static final int EACH = 3;

    private static final int OPEN_SECONDS = 120;
    /** A password is checked slowly, by design; a thousand of these clients sign in at once, which browsers with a session never do. */
    private static final int QUICK_CHECK = 4;

    private static final int HEARING = CLIENTS - STALLED;
    private static final double HEAP_GOAL_MEGABYTES = 100;
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    @Override
    public List<BenchLine> run(ConsoleSetup setup) throws Exception {
        int reports = setup.quick() ? 40 : 150;
        try (Instance instance = Instance.create()) {
            instance.up();
            double[][] spots;
            try (Connection connection = instance.connect()) {
                spots = SameRows.spots(connection);
                addReaders(connection);
            }
            Reports sender = new Reports(new HttpLoad(instance.url(), new byte[0][]), spots);
            sender.send(reports / 2);
            double before = heapMegabytes(instance);
            try (StreamCrowd crowd = new StreamCrowd(instance, CLIENTS, STALLED, n -> n / EACH)) {
                crowd.awaitOpen(OPEN_SECONDS);
                double[] free = heard(crowd, sender, reports);
                crowd.stall();
                double[] beside = heard(crowd, sender, reports);
                double growth = Math.max(0, heapMegabytes(instance) - before);
                int all = reports * HEARING;
                boolean whole = crowd.lost() == 0 && free.length == all && beside.length == all;
                return List.of(
                        line("stalled-p50", quantile(beside, 0.5), quantile(free, 0.5), whole),
                        line("stalled-p99", quantile(beside, 0.99), quantile(free, 0.99), whole),
                        new BenchLine(
                                "console",
                                "streams-heap",
                                growth / HEAP_GOAL_MEGABYTES,
                                1,
                                false,
                                String.format(Locale.ROOT, "%.0fMB", growth),
                                String.format(Locale.ROOT, "%.0fMB(goal)", HEAP_GOAL_MEGABYTES),
                                null));
            }
        }
    }

    /** Some reports to begin with, then those that are measured. */
    private static double[] heard(StreamCrowd crowd, Reports sender, int reports) throws Exception {
        sender.send(reports / 4);
        crowd.takeMillis(reports / 4 * HEARING);
        sender.send(reports);
        return crowd.takeMillis(reports * HEARING);
    }

    private static void addReaders(Connection connection) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(Sql.of("bench/add_readers"))) {
            add.setString(1, StreamCrowd.NAME);
            add.setInt(2, CLIENTS / EACH);
            add.setString(3, "{bcrypt}" + new BCryptPasswordEncoder(QUICK_CHECK).encode(Instance.PASSWORD));
            add.executeUpdate();
        }
    }

    private static BenchLine line(String test, double beside, double free, boolean all) {
        return new BenchLine(
                "console",
                "streams-" + test,
                beside / free,
                2,
                false,
                String.format(Locale.ROOT, "%.1fms", beside),
                String.format(Locale.ROOT, "%.1fms(unstalled)", free),
                all);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    /** What is alive in the server's heap: it is asked to collect first. */
    private static double heapMegabytes(Instance instance) throws IOException, InterruptedException {
        String pid = Files.readString(instance.home().resolve("server.pid")).strip();
        jcmd(pid, "GC.run");
        long kilobytes = USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
        if (kilobytes == 0) {
            throw new IOException("no heap of process " + pid);
        }
        return kilobytes / 1024.0;
    }

    private static String jcmd(String pid, String what) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(program.toString(), pid, what)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + what + ": " + text);
        }
        return text;
    }

    /** Reports, ten a second, each at another spot. */
    private record Reports(HttpLoad load, double[][] spots) {

        private static final long PAUSE_NANOS = 100_000_000;

        void send(int count) throws Exception {
            for (int n = 0; n < count; n++) {
                double[] spot = spots[n % spots.length];
                load.ask(HttpLoad.post(
                        "/api/v1/incidents",
                        "application/json",
                        String.format(
                                Locale.ROOT,
                                "{\"category\":\"water_leak\",\"description\":\"bench report\",\"channel\":\"PHONE\","
                                        + "\"location\":{\"lon\":%s,\"lat\":%s}}",
                                spot[0],
                                spot[1])));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
