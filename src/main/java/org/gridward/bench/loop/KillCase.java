package org.gridward.bench.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.bench.BenchLine;
import org.gridward.bench.Instance;
import org.gridward.platform.Sql;

/**
 * What a killed server loses: under 20 writers, {@code kill -9} of the server, and {@code pg_ctl stop -m immediate} of its
 * database, at random moments; each time it is brought back with {@code ./gridward up}. The writers keep a ledger of what
 * was acknowledged and repeat what was not with the same Idempotency-Key. At the end the ledger is compared with the
 * database: nothing acknowledged may be missing, nothing may be there twice or torn.
 */
final class KillCase implements LoopCase {

    private static final int WRITERS = 20;
    private static final long SEED = 20_26;

    /** A way to break it. */
    private interface Blow {
        void strike(Instance instance) throws Exception;
    }

    @Override
    public List<BenchLine> run(LoopSetup setup) throws Exception {
        Instance demo = setup.demo();
        List<BenchLine> lines = new ArrayList<>();
        lines.add(cycles("kill-9-server", setup.kills(), setup, KillCase::killServer));
        lines.add(cycles("stop-immediate-database", Math.max(1, setup.kills() / 5), setup, KillCase::stopDatabase));
        demo.up();
        return lines;
    }

    private static BenchLine cycles(String name, int times, LoopSetup setup, Blow blow) throws Exception {
        Instance demo = setup.demo();
        Random random = new Random(SEED);
        String mark = name + " ";
        Ledger ledger = new Ledger(demo.url(), mark, setup.spots(), WRITERS);
        long slowest = 0;
        try {
            ledger.start();
            for (int cycle = 1; cycle <= times; cycle++) {
                ledger.awaitAcknowledged(50);
                java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(700) * 1_000_000L);
                blow.strike(demo);
                long start = System.nanoTime();
                demo.up();
                ledger.awaitAcknowledged(1);
                slowest = Math.max(slowest, System.nanoTime() - start);
                LoopSetup.say(name + " " + cycle + "/" + times + ": " + ledger.acknowledged() + " acknowledged");
            }
        } finally {
            ledger.stop();
        }
        return judge(name, times, demo, ledger, mark, slowest);
    }

    private static BenchLine judge(String name, int times, Instance demo, Ledger ledger, String mark, long slowest)
            throws Exception {
        long lost;
        long doubled;
        long torn;
        try (Connection connection = demo.connect()) {
            lost = ledger.missingFrom(connection);
            try (PreparedStatement statement = connection.prepareStatement(Sql.of("bench/count_torn_reports"))) {
                statement.setString(1, mark + "%");
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    doubled = row.getLong("reports") - row.getLong("said");
                    torn = row.getLong("torn");
                }
            }
        }
        long bad = lost + doubled + torn;
        return new BenchLine(
                "loop",
                name + "-" + times + "-times",
                bad,
                0,
                false,
                "lost=" + lost + ",doubled=" + doubled + ",torn=" + torn + ",slowest-return=" + slowest / 1_000_000
                        + "ms",
                ledger.acknowledged() + "-acknowledged",
                bad == 0);
    }

    private static void killServer(Instance instance) throws Exception {
        long pid = Long.parseLong(
                Files.readString(instance.home().resolve("server.pid")).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }

    /** What {@code pg_ctl stop -m immediate} does, which does not run as root: SIGQUIT to the first server process. */
    private static void stopDatabase(Instance instance) throws Exception {
        Path pidFile = instance.home().resolve("db").resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
        database.onExit().get();
    }
}
