package org.gridward.bench.locate;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.bench.HttpLoad;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Sql;

/** What PostGIS says of the points of the lookups, and whether the server says the same in each of its forms. */
final class LookupAnswers {

    private static final String LAYER = "micro-grid";
    private static final Pattern MATCH =
            Pattern.compile("\"layer\"\\s*:\\s*\"" + LAYER + "\"\\s*,\\s*\"gridCode\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern CODES = Pattern.compile("(?s)\"gridCodes\"\\s*:\\s*\\[(.*?)]");

    private final double[] points;
    private final String[] codes;

    LookupAnswers(Connection connection, double[] points) throws SQLException {
        this.points = points;
        this.codes = new String[points.length / 2];
        PeerTables.execute(connection, Sql.of("bench/make_lookup_points"));
        connection.setAutoCommit(false);
        try (BinaryCopy rows = BinaryCopy.into(connection, "bench_lookup_points", "id", "geom")) {
            for (int i = 0; i < codes.length; i++) {
                rows.row().int4(i).point(points[2 * i], points[2 * i + 1]);
            }
            rows.finish();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.of("bench/list_lookup_codes"))) {
            while (rows.next()) {
                codes[rows.getInt(1)] = rows.getString(2);
            }
        }
    }

    static String path(double lon, double lat) {
        return "/api/v1/responsibility?lon=" + lon + "&lat=" + lat;
    }

    static byte[] json(double[] points) {
        StringBuilder body = new StringBuilder("{\"layer\":\"" + LAYER + "\",\"points\":[");
        for (int i = 0; i < points.length; i += 2) {
            body.append(i == 0 ? "[" : ",[")
                    .append(points[i])
                    .append(',')
                    .append(points[i + 1])
                    .append(']');
        }
        return HttpLoad.post(
                "/api/v1/locate", "application/json", body.append("]}").toString());
    }

    static byte[] csv(double[] points) {
        StringBuilder body = new StringBuilder("lon,lat\n");
        for (int i = 0; i < points.length; i += 2) {
            body.append(points[i]).append(',').append(points[i + 1]).append('\n');
        }
        return HttpLoad.post("/api/v1/locate?layer=" + LAYER, "text/csv", body.toString());
    }

    /** Whether {@code GET /responsibility} names the grid of each of the first points; the lowest code on a border. */
    boolean sameOneByOne(HttpLoad server, int sample) throws IOException {
        for (int i = 0; i < sample; i++) {
            String answer = server.ask(HttpLoad.get(path(points[2 * i], points[2 * i + 1])));
            int people = answer.indexOf("\"lead\"");
            Matcher match = MATCH.matcher(people < 0 ? answer : answer.substring(0, people));
            String lowest = null;
            while (match.find()) {
                lowest = lowest == null || match.group(1).compareTo(lowest) < 0 ? match.group(1) : lowest;
            }
            if (!java.util.Objects.equals(lowest, codes[i])) {
                return false;
            }
        }
        return true;
    }

    boolean sameJson(HttpLoad server) throws IOException {
        Matcher match = CODES.matcher(server.ask(json(points)));
        if (!match.find()) {
            return false;
        }
        return same(match.group(1).replace("\"", "").split(","), "null");
    }

    boolean sameCsv(HttpLoad server) throws IOException {
        String[] lines = server.ask(csv(points)).split("\r?\n");
        String[] found = new String[codes.length];
        for (int i = 0; i < found.length && lines.length > found.length; i++) {
            found[i] = lines[i + 1].split(",", -1)[2];
        }
        return same(found, "");
    }

    private boolean same(String[] found, String none) {
        boolean same = found.length == codes.length;
        for (int i = 0; same && i < codes.length; i++) {
            same = (codes[i] == null ? none : codes[i]).equals(found[i]);
        }
        return same;
    }
}
