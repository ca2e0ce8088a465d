package org.gridward.bench.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.bench.Instance;
import org.gridward.bench.SameRows;
import org.gridward.platform.Sql;

/** What the cases share: an installation with the demo city, and on request a full desk: grids, open cases, units. */
final class ConsoleSetup implements AutoCloseable {

    static final String LAYER = "bench-grid";

    private static final int GRIDS = 20_000;
    private static final int OPEN_CASES = 5_000;
    private static final int UNITS = 500;
    private static final int WRITERS = 4;
    private static final String[] CATEGORIES = {"water_leak", "noise", "street_occupation"};
    private static final String MOST_URGENT = "pipe_burst";
    private static final int MOST_URGENT_EVERY = 20;

    private final boolean quick;
    private final HttpClient client = HttpClient.newHttpClient();
    private Instance demo;
    private Map<String, Object> place;

    /** @param quick a tenth of everything, to show that it works */
    ConsoleSetup(boolean quick) {
        this.quick = quick;
    }

    boolean quick() {
        return quick;
    }

    Instance demo() throws Exception {
        if (demo == null) {
            say("Starting an installation with the demo city…");
            demo = Instance.create();
            demo.up();
        }
        return demo;
    }

    /** The desk of a big city: 20,000 grids of a layer of their own, 5,000 open cases of which a fifth is late, 500 units. */
    Instance bigCity() throws Exception {
        Instance city = demo();
        if (place != null) {
            return city;
        }
        int share = quick ? 10 : 1;
        say("Drawing " + GRIDS / share + " grids…");
        Path file = city.home().resolve("grids.geojson");
        double[] box;
        try (Connection connection = city.connect()) {
            box = box(connection);
        }
        GridFile.write(file, GRIDS / share, box);
        city.gridward(
                "import",
                "grids",
                "--layer",
                LAYER,
                "--kind",
                "free",
                "--valid-from",
                "2026-01-01T00:00:00+08:00",
                "--code",
                "code",
                "--name",
                "name",
                "--households",
                "households",
                file.toString());
        say("Reporting " + OPEN_CASES / share + " cases…");
        double[][] spots;
        try (Connection connection = city.connect()) {
            spots = SameRows.spots(connection);
        }
        Random random = new Random(5);
        everyOne(OPEN_CASES / share, n -> {
            double[] spot = spots[(int) ((n * 2_654_435_761L & 0x7fffffff) % spots.length)];
            return call(
                    "POST",
                    "/api/v1/incidents",
                    report(spot, n % MOST_URGENT_EVERY == 0 ? MOST_URGENT : CATEGORIES[n % CATEGORIES.length]));
        });
        try (Connection connection = city.connect();
                PreparedStatement late = connection.prepareStatement(Sql.of("bench/make_some_late"))) {
            late.executeQuery();
        }
        say("Placing " + UNITS / share + " units…");
        everyOne(UNITS / share, n -> {
            double[] spot = spots[random.nextInt(spots.length)];
            call(
                    "PUT",
                    "/api/v1/units/" + unit(n),
                    "{\"nameZh\":\"巡 " + n + "\",\"nameEn\":\"Unit " + n + "\",\"kind\":\"foot\"}");
            return call("POST", "/api/v1/tracks", track(unit(n), spot));
        });
        place = Map.of("box", box, "spot", spots[spots.length / 2]);
        return city;
    }

    /** The box of the big city, and a spot in it. */
    Map<String, Object> place() {
        return place;
    }

    static String unit(int n) {
        return "BENCH-" + n;
    }

    private static double[] box(Connection connection) throws Exception {
        try (PreparedStatement query = connection.prepareStatement(Sql.of("bench/city_box"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)};
        }
    }

    private static String report(double[] spot, String category) {
        return String.format(
                Locale.ROOT,
                "{\"category\":\"%s\",\"description\":\"bench report\",\"channel\":\"PHONE\","
                        + "\"location\":{\"lon\":%s,\"lat\":%s}}",
                category,
                spot[0],
                spot[1]);
    }

    private static String track(String unit, double[] spot) {
        return String.format(
                Locale.ROOT,
                "{\"unit\":\"%s\",\"datum\":\"WGS84\",\"points\":[{\"t\":\"%s\",\"lon\":%s,\"lat\":%s,\"accuracyMeters\":5}]}",
                unit,
                java.time.Instant.now(),
                spot[0],
                spot[1]);
    }

    private interface Request {
        int send(int number) throws Exception;
    }

    private void everyOne(int count, Request request) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> answers = IntStream.range(0, count)
                .mapToObj(n -> pool.submit(() -> request.send(n)))
                .toList();
        for (Future<Integer> answer : answers) {
            if (answer.get() >= 300) {
                throw new IOException("a request of the set-up was answered with " + answer.get());
            }
        }
        pool.shutdown();
    }

    /** One request as the admin; its status. */
    private int call(String method, String path, String body) throws IOException, InterruptedException {
        String user =
                Base64.getEncoder().encodeToString(("admin:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return client.send(
                        HttpRequest.newBuilder(URI.create(demo.url() + path))
                                .header("Authorization", "Basic " + user)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static void say(String text) {
        System.err.println(text);
    }

    @Override
    public void close() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }
}
