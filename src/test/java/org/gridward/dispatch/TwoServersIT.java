package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gridward.GridwardApplication;
import org.gridward.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two server processes on one database; one is stopped by the system in the middle of telling deadlines. */
class TwoServersIT {

    private static final int MANY = 4_000;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    private static final String MASS = """
            INSERT INTO dispatch.deadlines (incident_id, number, kind, due, warn_at, ring_at, started_at, profile_version,
                provisional, unit, length_us, anchor_at, left_us)
            SELECT gen_random_uuid(), 'M-' || n, 'RESPOND', at.due, at.due - interval '6 min', at.due - interval '6 min',
                   at.due - interval '30 min', 2, false, 'MINUTES', 1800000000, at.due - interval '30 min', 1800000000
            FROM generate_series(1, %d) AS n, (SELECT clock_timestamp() - interval '1 s' AS due) AS at""".formatted(MANY);

    private static final String WAITING =
            "SELECT count(*) FROM dispatch.deadlines WHERE number LIKE 'M-%' AND ring_at IS NOT NULL";

    /** Whether the server holds rows of deadlines that it has not told for good yet. */
    private static final String IN_THE_MIDDLE = """
            SELECT count(*) FROM pg_stat_activity a
            WHERE a.application_name = 'first' AND a.xact_start IS NOT NULL AND a.backend_xid IS NOT NULL
              AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.mode = 'RowExclusiveLock'
                          AND l.relation = 'dispatch.deadlines'::regclass)""";

    private static final String TOLD = """
            SELECT count(*) FROM dispatch.deadline_alarms a JOIN dispatch.deadlines d USING (incident_id, kind)
            WHERE d.number LIKE 'M-%' AND a.level = 'DUE'""";

    private static final String NEWS = """
            SELECT count(*) FROM (SELECT payload FROM platform.outbox UNION ALL SELECT payload FROM console.stream_events) t
            WHERE payload->>'number' LIKE 'M-%' AND payload->>'level' = 'DUE'""";

    @TempDir
    Path folder;

    private final List<Process> servers = new ArrayList<>();
    private TestCluster.Database database;
    private Connection connection;

    @BeforeEach
    void twoServers() throws Exception {
        database = TestCluster.shared().fresh();
        start("first");
        start("second");
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @AfterEach
    void end() throws Exception {
        connection.close();
        for (Process server : servers) {
            signal(server, "CONT");
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatAStoppedServerHeldIsToldOnceWhenItGoesOn() throws Exception {
        stopInTheMiddle();
        await("the second server tells what the first does not hold", () -> count(WAITING) < MANY / 2);
        assertThat(servers.get(1).isAlive()).isTrue();
        signal(servers.get(0), "CONT");
        await("all are told", () -> count(WAITING) == 0);
        eachWasToldOnce();
    }

    @Test
    void whatAServerHeldThatNeverGoesOnIsToldOnceByTheOther() throws Exception {
        stopInTheMiddle();
        servers.get(0).destroyForcibly().waitFor();
        await("all are told", () -> count(WAITING) == 0);
        eachWasToldOnce();
    }

    private void eachWasToldOnce() {
        assertThat(count(TOLD)).isEqualTo(MANY);
        assertThat(count(NEWS)).isEqualTo(MANY);
        assertThat(count("SELECT count(*) FROM dispatch.deadlines WHERE number LIKE 'M-%' AND fired_at < due"))
                .as("never early")
                .isZero();
    }

    /** Stops the first server while it holds deadlines in an open transaction; goes on and tries again where it does not. */
    private void stopInTheMiddle() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(MASS);
        }
        await("the first server is stopped while it holds deadlines", () -> {
            if (count(IN_THE_MIDDLE) == 0) {
                return false;
            }
            signal(servers.get(0), "STOP");
            if (count(IN_THE_MIDDLE) > 0 && count(WAITING) > 0) {
                return true;
            }
            signal(servers.get(0), "CONT");
            return false;
        });
    }

    private void start(String name) throws Exception {
        Path log = folder.resolve(name + ".log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-Duser.timezone=UTC",
                "-cp",
                classes,
                GridwardApplication.class.getName(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
                "--server.port=0",
                "--management.server.port=0",
                "--GRIDWARD_HOME=" + folder.resolve(name),
                "--GRIDWARD_JURISDICTION=122.0,29.9,122.4,30.25");
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(new File("."))
                .start();
        servers.add(server);
        while (!read(log).contains("Started GridwardApplication")) {
            assertThat(server.waitFor(200, TimeUnit.MILLISECONDS))
                    .as(() -> name + " ended: " + read(log))
                    .isFalse();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void signal(Process server, String word) {
        try {
            new ProcessBuilder("kill", "-" + word, String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
