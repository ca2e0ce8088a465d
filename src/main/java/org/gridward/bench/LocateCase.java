package org.gridward.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.gridward.platform.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One million points joined to the micro-grids: CSV in and out of {@code POST /locate}, against the best PostGIS set join
 * (polygons outer, GiST on the points, ST_Covers; with the planner's parallel workers and without). Interleaved rounds, best
 * of each; every answer compared.
 */
final class LocateCase {

    private static final int POINTS = 1_000_000;
    private static final int ROUNDS = 8;

    private final Instance instance;

    LocateCase(Instance instance) {
        this.instance = instance;
    }

    BenchLine run() throws Exception {
        try (Connection connection = instance.connect()) {
            double[] box = box(connection);
            double[] points = SpinePoints.of(POINTS, box[0], box[1], box[2], box[3], 20_26);
            byte[] csv = csv(points);
            load(connection, points);
            double ours = Double.MAX_VALUE;
            double peer = Double.MAX_VALUE;
            String[] answers = null;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                byte[] out = post(csv);
                ours = Math.min(ours, (System.nanoTime() - start) / 1e9);
                answers = codes(out);
                peer = Math.min(peer, join(connection, 0));
                peer = Math.min(peer, join(connection, 2));
            }
            return new BenchLine(
                    "spine",
                    "locate-1M-csv-over-http",
                    peer / ours,
                    3,
                    true,
                    rate(ours),
                    rate(peer),
                    Arrays.equals(answers, joined(connection)));
        }
    }

    private static String rate(double seconds) {
        return String.format(Locale.ROOT, "%.0fk/s", POINTS / seconds / 1e3);
    }

    private static double[] box(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.of("bench/city_box"))) {
            row.next();
            return new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)};
        }
    }

    private static byte[] csv(double[] points) {
        StringBuilder text = new StringBuilder(24 * POINTS).append("lon,lat\n");
        for (int i = 0; i < points.length; i += 2) {
            text.append(points[i]).append(',').append(points[i + 1]).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void load(Connection connection, double[] points) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.of("bench/make_points"));
            StringBuilder rows = new StringBuilder(32 * POINTS);
            for (int i = 0; i < points.length; i += 2) {
                rows.append(i / 2)
                        .append('\t')
                        .append(points[i])
                        .append('\t')
                        .append(points[i + 1])
                        .append('\n');
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn("COPY bench_raw FROM STDIN", new java.io.StringReader(rows.toString()));
            statement.execute(Sql.of("bench/index_points"));
        }
    }

    private byte[] post(byte[] csv) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString(("planner:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.url() + "/api/v1/locate?layer=micro-grid"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "text/csv")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(csv))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("POST /locate answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** The grid_code column (third of lon,lat,grid_code,standing), empty where there is none. */
    private static String[] codes(byte[] csv) {
        String[] lines = new String(csv, StandardCharsets.UTF_8).split("\r?\n");
        String[] codes = new String[POINTS];
        for (int i = 0; i < POINTS; i++) {
            codes[i] = lines[i + 1].split(",", -1)[2];
        }
        return codes;
    }

    private static double join(Connection connection, int workers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET max_parallel_workers_per_gather = " + workers);
            long start = System.nanoTime();
            statement.executeQuery(Sql.of("bench/join_points")).close();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static String[] joined(Connection connection) throws SQLException {
        String[] codes = new String[POINTS];
        Arrays.fill(codes, "");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.of("bench/list_joined_points"))) {
            while (rows.next()) {
                codes[rows.getInt(1)] = rows.getString(2);
            }
        }
        return codes;
    }
}
