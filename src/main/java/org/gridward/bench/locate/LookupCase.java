package org.gridward.bench.locate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;
import org.gridward.bench.SpinePoints;
import org.gridward.platform.Sql;

/**
 * Through the running server: {@code GET /responsibility} by 8 clients, and {@code POST /locate} of 10,000 points a
 * request by 8 clients, against {@code pgbench -c 8 -M prepared} that looks one point up by ST_Covers in the same
 * micro-grids. All over TCP; alternating rounds, median of each.
 */
final class LookupCase implements BenchCase {

    private static final int CLIENTS = 8;
    private static final int BATCH = 10_000;
    private static final int SAMPLE = 1_000;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        Instance demo = setup.demo();
        int rounds = setup.quick() ? 1 : 5;
        int seconds = setup.quick() ? 2 : 5;
        try (Connection connection = demo.connect()) {
            PeerTables.execute(connection, Sql.of("bench/make_lookup"));
            PeerTables.execute(connection, "VACUUM ANALYZE public.bench_grids");
            double[] box = box(connection);
            double[] points = SpinePoints.of(BATCH, box[0], box[1], box[2], box[3], Setup.SEED);
            Path script = demo.home().resolve("find_grid.sql");
            Files.writeString(script, script(box));
            HttpLoad one = new HttpLoad(demo.url(), gets(points));
            HttpLoad json = new HttpLoad(demo.url(), new byte[][] {LookupAnswers.json(points)});
            HttpLoad csv = new HttpLoad(demo.url(), new byte[][] {LookupAnswers.csv(points)});
            one.perSecond(CLIENTS, 4 * seconds);
            json.perSecond(CLIENTS, 2 * seconds);
            csv.perSecond(CLIENTS, 2 * seconds);
            List<List<Double>> rates =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < rounds; round++) {
                rates.get(0).add(demo.pgbench(script, CLIENTS, seconds));
                rates.get(1).add(one.perSecond(CLIENTS, seconds));
                rates.get(2).add(json.perSecond(CLIENTS, seconds) * BATCH);
                rates.get(3).add(csv.perSecond(CLIENTS, seconds) * BATCH);
            }
            LookupAnswers answers = new LookupAnswers(connection, points);
            double peer = median(rates.get(0));
            return List.of(
                    line("get-responsibility", median(rates.get(1)), peer, 0.6, answers.sameOneByOne(one, SAMPLE)),
                    line("post-locate-10k-json", median(rates.get(2)), peer, 20, answers.sameJson(json)),
                    line("post-locate-10k-csv", median(rates.get(3)), peer, 20, answers.sameCsv(csv)));
        }
    }

    private static BenchLine line(String test, double ours, double peer, double goal, boolean same) {
        return new BenchLine("locate", test, ours / peer, goal, true, rate(ours), rate(peer), same);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1fk/s", perSecond / 1e3);
    }

    private static byte[][] gets(double[] points) {
        byte[][] requests = new byte[points.length / 2][];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = HttpLoad.get(LookupAnswers.path(points[2 * i], points[2 * i + 1]));
        }
        return requests;
    }

    private static double[] box(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.of("bench/city_box"))) {
            row.next();
            return new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)};
        }
    }

    private static String script(double[] box) {
        return String.format(
                Locale.ROOT,
                "\\set lon random(%d, %d) / 10000000.0%n\\set lat random(%d, %d) / 10000000.0%n%s",
                (long) (box[0] * 1e7),
                (long) (box[2] * 1e7),
                (long) (box[1] * 1e7),
                (long) (box[3] * 1e7),
                Sql.of("bench/find_grid"));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
