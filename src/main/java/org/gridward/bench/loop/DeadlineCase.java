package org.gridward.bench.loop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;
import org.gridward.platform.Sql;

/**
 * A hundred thousand deadlines that fall due at the same instant: how long until the last was told, none early, none twice,
 * and how many reports are taken meanwhile. Peer of the intake: the same server before.
 */
final class DeadlineCase implements LoopCase {

    private static final int CLIENTS = 8;
    private static final double GOAL_SECONDS = 120;
    private static final int LEAD_SECONDS = 45;

    private record Told(long fired, long twice, long early, double seconds) {}

    @Override
    public List<BenchLine> run(LoopSetup setup) throws Exception {
        Instance demo = setup.demo();
        int many = setup.quick() ? 5_000 : 100_000;
        int seconds = setup.quick() ? 3 : 10;
        HttpLoad load = new HttpLoad(demo.url(), setup.reports());
        load.perSecond(CLIENTS, 2.0 * seconds);
        double idle = load.perSecond(CLIENTS, seconds);
        try (Connection connection = demo.connect()) {
            Instant due = make(connection, IntakeCase.id(load.ask(setup.reports()[0])), many);
            while (Instant.now().isBefore(due)) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            List<Double> during = new ArrayList<>();
            Told told;
            do {
                during.add(load.perSecond(CLIENTS, 2));
                told = told(connection);
            } while (told.fired() < many && told.seconds() < 5 * GOAL_SECONDS);
            double busy =
                    during.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            boolean once = told.fired() == many && told.twice() == 0 && told.early() == 0;
            return List.of(
                    new BenchLine(
                            "loop",
                            "deadlines-" + many / 1000 + "k-at-once",
                            told.seconds() / GOAL_SECONDS,
                            1,
                            false,
                            String.format(Locale.ROOT, "%.1fs", told.seconds()),
                            "120s(limit)",
                            once),
                    new BenchLine(
                            "loop", "intake-while-they-fire", busy / idle, 0.5, true, rate(busy), rate(idle), once));
        }
    }

    private static Instant make(Connection connection, String sample, int many) throws SQLException {
        Instant due = Instant.now().plusSeconds(LEAD_SECONDS);
        try (PreparedStatement statement = connection.prepareStatement(Sql.of("bench/make_due_deadlines"))) {
            statement.setString(1, sample);
            statement.setInt(2, many);
            statement.setObject(3, due.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) != many) {
                    throw new SQLException("made " + row.getInt(1) + " deadlines, not " + many);
                }
            }
        }
        return due;
    }

    private static Told told(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.of("bench/count_told_deadlines"))) {
            row.next();
            return new Told(
                    row.getLong("fired"), row.getLong("told_twice"), row.getLong("early"), row.getDouble("seconds"));
        }
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.0f/s", perSecond);
    }
}
