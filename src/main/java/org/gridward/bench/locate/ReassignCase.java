package org.gridward.bench.locate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.platform.Sql;

/**
 * Every stored point gets its grid in a new unlogged table: binary COPY out, locate, binary COPY in, against CREATE TABLE
 * AS with the best join. Wall time, alternating rounds; the two tables are compared in SQL.
 */
final class ReassignCase implements BenchCase {

    private static final int ROUNDS = 5;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        BenchLayer layer = setup.micro();
        int count = setup.joined();
        try (Connection reading = setup.city().connect();
                Connection writing = setup.city().connect()) {
            PeerTables.load(reading, layer.shapes(), Arrays.copyOf(layer.points(setup.points()), 2 * count));
            StoredReassignment ours = new StoredReassignment(layer.locator());
            double[] best = Rounds.best(
                    ROUNDS,
                    fresh(writing, "public.bench_placed_copy", () -> ours.run(reading, writing)),
                    fresh(
                            reading,
                            "public.bench_placed_join",
                            () -> PeerTables.execute(reading, Sql.of("bench/store_placed_spots"))));
            return List.of(new BenchLine(
                    "locate",
                    "stored-reassignment",
                    best[1] / best[0],
                    8,
                    true,
                    rate(count / best[0]),
                    rate(count / best[1]),
                    differences(reading) == 0));
        }
    }

    private static Rounds.Timed fresh(Connection connection, String table, Rounds.Work work) {
        return () -> {
            PeerTables.execute(connection, "DROP TABLE IF EXISTS " + table);
            return Rounds.wall(work).seconds();
        };
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.2fM/s", perSecond / 1e6);
    }

    private static long differences(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.of("bench/count_placed_differences"))) {
            row.next();
            return row.getLong(1);
        }
    }
}
