package org.gridward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A throw-away PostGIS cluster for this JVM, started and stopped by {@code ./gridward cluster}; each call of {@link #fresh}
 * makes an empty database with the extensions in it, each of {@link #migrated} one with all tables.
 */
public final class TestCluster {

    /** Where to connect; {@code dir} is the cluster's folder, for tests that stop and start it. */
    public record Database(String url, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private static final Path SCRIPT = Path.of("gridward").toAbsolutePath();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String MIGRATED = "gridward_migrated";
    private static TestCluster shared;

    private final Path dir;
    private Map<String, String> settings;
    private boolean migrated;

    private TestCluster() {
        try {
            dir = Files.createTempDirectory("gridward-test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    }

    /** The one cluster of this JVM. */
    public static synchronized TestCluster shared() {
        if (shared == null) {
            shared = new TestCluster();
        }
        return shared;
    }

    /** A cluster of its own, for tests that stop or kill it. */
    public static TestCluster own() {
        return new TestCluster();
    }

    public void start() {
        settings = read(script("cluster", "start", dir.toString(), "--throwaway"));
    }

    public void stop() {
        script("cluster", "stop", dir.toString());
    }

    /** A new empty database with PostGIS; not migrated. */
    public Database fresh() {
        return copy("t" + COUNT.incrementAndGet(), "gridward_template");
    }

    /** A new database with every table and nothing in them: a copy of one that was migrated once, which is much quicker. */
    public synchronized Database migrated() {
        if (!migrated) {
            Database first = copy(MIGRATED, "gridward_template");
            Flyway.configure()
                    .dataSource(first.url(), first.user(), first.password())
                    .defaultSchema("platform")
                    .schemas("platform")
                    .load()
                    .migrate();
            migrated = true;
        }
        Database made = copy("t" + COUNT.incrementAndGet(), MIGRATED);
        try (Connection connection = made.connect()) {
            // What a copy must not share with another: the name under which its audit trail is kept on disk.
            connection.createStatement().execute("UPDATE access.audit_chain SET id = gen_random_uuid()");
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot name the audit trail of " + made.url(), failure);
        }
        return made;
    }

    private Database copy(String name, String template) {
        String base = settings.get("url");
        try (Connection connection =
                DriverManager.getConnection(base, settings.get("user"), settings.get("password"))) {
            connection.createStatement().execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create the test database " + name, failure);
        }
        String url = base.substring(0, base.lastIndexOf('/') + 1) + name;
        return new Database(url, settings.get("user"), settings.get("password"));
    }

    private void remove() {
        stop();
        try (var files = Files.walk(dir)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind: " + dir);
        }
    }

    private static Map<String, String> read(String lines) {
        Map<String, String> map = new HashMap<>();
        lines.lines().filter(line -> line.contains("=")).forEach(line -> {
            int at = line.indexOf('=');
            map.put(line.substring(0, at), line.substring(at + 1));
        });
        return map;
    }

    private static String script(String... args) {
        try {
            Path out = Files.createTempFile("gridward-cluster", ".out");
            String[] command = new String[args.length + 1];
            command[0] = SCRIPT.toString();
            System.arraycopy(args, 0, command, 1, args.length);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            int status = process.waitFor();
            String text = Files.readString(out);
            Files.delete(out);
            if (status != 0) {
                throw new IllegalStateException(
                        "./gridward " + String.join(" ", args) + " ended with " + status + ": " + text);
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
