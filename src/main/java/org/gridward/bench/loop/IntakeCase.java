package org.gridward.bench.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;
import org.gridward.bench.SameRows;
import org.gridward.platform.Sql;

/**
 * Durable reports: {@code POST /incidents} by 8 and by 32 clients, against {@code pgbench -M prepared} with as many clients
 * that insert the very same rows, one transaction a report, into the same cluster. Alternating rounds, median of each. Every
 * acknowledged report must have left each of its rows once.
 */
final class IntakeCase implements LoopCase {

    @Override
    public List<BenchLine> run(LoopSetup setup) throws Exception {
        Instance demo = setup.demo();
        int rounds = setup.quick() ? 1 : 5;
        int seconds = setup.quick() ? 2 : 6;
        try (Connection connection = demo.connect()) {
            HttpLoad load = new HttpLoad(demo.url(), setup.reports());
            String first = load.ask(HttpLoad.post(
                    "/api/v1/incidents",
                    "application/json",
                    LoopSetup.report(setup.spots()[0]).replace("bench report", "bench sample")));
            Path script = demo.home().resolve("same_rows.sql");
            Files.writeString(script, SameRows.script(connection, id(first)));
            load.perSecond(8, 5.0 * seconds);
            List<BenchLine> lines = new ArrayList<>();
            lines.add(line("post-incidents-8-clients", 0.6, 8, rounds, seconds, demo, load, script, connection));
            lines.add(line("post-incidents-shared-commit", 1, 32, rounds, seconds, demo, load, script, connection));
            return lines;
        }
    }

    private static BenchLine line(
            String name,
            double goal,
            int clients,
            int rounds,
            int seconds,
            Instance demo,
            HttpLoad load,
            Path script,
            Connection connection)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        boolean whole = true;
        for (int round = 0; round < rounds; round++) {
            peer.add(demo.pgbench(script, clients, seconds));
            ours.add(load.perSecond(clients, seconds));
            whole &= everyReportIsWhole(connection);
        }
        double ourRate = median(ours);
        double peerRate = median(peer);
        return new BenchLine("loop", name, ourRate / peerRate, goal, true, rate(ourRate), rate(peerRate), whole);
    }

    /** Whether the reports of this bench have their rows: none is missing, none is there twice. */
    private static boolean everyReportIsWhole(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.of("bench/count_torn_reports"))) {
            statement.setString(1, "bench report");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("reports") > 0 && row.getLong("torn") == 0;
            }
        }
    }

    static String id(String answer) throws IOException {
        String id = answer.replaceAll("(?s)^\\{\"id\":\"([0-9a-f-]{36})\".*", "$1");
        if (id.length() != 36) {
            throw new IOException("no id in: " + answer);
        }
        return id;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.0f/s", perSecond);
    }
}
