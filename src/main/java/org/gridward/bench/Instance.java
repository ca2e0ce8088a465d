package org.gridward.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An installation of its own for one bench: {@code ./gridward up} in a temporary home, removed at the end. */
public final class Instance implements AutoCloseable {

    public static final String PASSWORD = "bench";

    private final String script = System.getenv("GRIDWARD_SCRIPT");
    private final Path home;
    private final int port;

    private Instance(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    public static Instance create() throws IOException {
        Path home = Files.createTempDirectory(Path.of(System.getenv("GRIDWARD_HOME")), "bench.");
        Instance instance = new Instance(home, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
        return instance;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            int candidate = probe.getLocalPort();
            return candidate % 2 == 0 ? candidate : candidate - 1;
        }
    }

    public Path home() {
        return home;
    }

    /** The project's docs, beside the script. */
    public Path docs() {
        return Path.of(script).resolveSibling("docs");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it is ready; the time that took. */
    public Duration up() throws IOException, InterruptedException {
        long start = System.nanoTime();
        run("up", "--detach");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public void stop() throws IOException, InterruptedException {
        run("stop");
    }

    /** Where its database listens: url, user, password. The database stays up while the server runs. */
    public Map<String, String> database() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (String line :
                run("cluster", "start", home.resolve("db").toString()).split("\n")) {
            int at = line.indexOf('=');
            if (at > 0) {
                settings.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return settings;
    }

    public Connection connect() throws IOException, InterruptedException, SQLException {
        Map<String, String> database = database();
        return DriverManager.getConnection(database.get("url"), database.get("user"), database.get("password"));
    }

    /** Resident memory of the server process, bytes. */
    public long residentBytes() throws IOException {
        String pid = Files.readString(home.resolve("server.pid")).strip();
        for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("no VmRSS of process " + pid);
    }

    /** Runs one of PostgreSQL's programs against the instance's database; its output. */
    public String program(String name, String... args) throws IOException, InterruptedException {
        Map<String, String> database = database();
        String[] place =
                database.get("url").replaceFirst("jdbc:postgresql://", "").split("[:/]");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getenv("GRIDWARD_PG_BIN"), name).toString());
        command.addAll(List.of("-h", place[0], "-p", place[1], "-U", database.get("user")));
        command.addAll(List.of(args));
        command.add(place[2]);
        return run(command, Map.of("PGPASSWORD", database.get("password")));
    }

    private String run(String... args) throws IOException, InterruptedException {
        return gridward(args).output();
    }

    /** Runs one subcommand in the instance's home. */
    public ProgramRun gridward(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(script);
        command.addAll(List.of(args));
        return ProgramRun.of(
                home,
                command,
                Map.of(
                        "GRIDWARD_HOME", home.toString(),
                        "GRIDWARD_PORT", String.valueOf(port),
                        "GRIDWARD_DEMO_PASSWORD", PASSWORD));
    }

    private String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        return ProgramRun.of(home, command, environment).output();
    }

    @Override
    public void close() {
        try {
            if (Files.exists(home)) {
                stop();
                try (var files = Files.walk(home)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException failure) {
            System.err.println("left behind: " + home + " (" + failure.getMessage() + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Transactions a second of a script of pgbench, prepared, two threads of its own. */
    public double pgbench(Path script, int clients, int seconds) throws IOException, InterruptedException {
        String out = program(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(seconds),
                "-f",
                script.toString());
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(out);
        if (!tps.find()) {
            throw new IOException("pgbench gave no tps:\n" + out);
        }
        return Double.parseDouble(tps.group(1));
    }
}
