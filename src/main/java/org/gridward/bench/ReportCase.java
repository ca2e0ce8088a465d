package org.gridward.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Durable reports: {@code POST /incidents} by 8 clients, against {@code pgbench -c 8} that inserts the very same rows in one
 * transaction into the same cluster. Alternating rounds, median of each.
 */
final class ReportCase {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 6;

    /** Until the just-in-time compiler has seen enough: the goal is about a server that runs, not one that starts. */
    private static final int WARM_UP_SECONDS = 30;

    static {
        System.setProperty("http.maxConnections", String.valueOf(2 * CLIENTS));
    }

    private final String authorization = "Basic "
            + Base64.getEncoder().encodeToString(("dispatcher:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final Instance instance;

    ReportCase(Instance instance) {
        this.instance = instance;
    }

    BenchLine run() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        try (Connection connection = instance.connect()) {
            double[][] spots = SameRows.spots(connection);
            String id = post(spots[0]).replaceAll("(?s).*?\"id\"\\s*:\\s*\"([0-9a-f-]{36})\".*", "$1");
            Path script = instance.home().resolve("same_rows.sql");
            Files.writeString(script, SameRows.script(connection, id));
            ours(spots, WARM_UP_SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                peer.add(instance.pgbench(script, CLIENTS, SECONDS));
                ours.add(ours(spots, SECONDS));
            }
        }
        double ourRate = median(ours);
        double peerRate = median(peer);
        return new BenchLine(
                "spine",
                "post-incidents-8-clients",
                ourRate / peerRate,
                0.3,
                true,
                String.format(Locale.ROOT, "%.0ftx/s", ourRate),
                String.format(Locale.ROOT, "%.0ftx/s", peerRate),
                null);
    }

    private double ours(double[][] spots, int seconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int seed = i;
            counts.add(pool.submit(() -> work(spots, seed, end)));
        }
        int total = 0;
        for (Future<Integer> count : counts) {
            total += count.get();
        }
        pool.shutdown();
        return total / (double) seconds;
    }

    private int work(double[][] spots, int seed, long end) throws IOException {
        Random random = new Random(seed);
        int done = 0;
        while (System.nanoTime() < end) {
            post(spots[random.nextInt(spots.length)]);
            done++;
        }
        return done;
    }

    /** A plain blocking client: what it costs is taken from the server's share of the two cores. */
    private String post(double[] spot) throws IOException {
        String body = String.format(
                Locale.ROOT,
                "{\"category\":\"water_leak\",\"description\":\"bench report\",\"channel\":\"HOTLINE\","
                        + "\"location\":{\"lon\":%s,\"lat\":%s}}",
                spot[0],
                spot[1]);
        HttpURLConnection request = (HttpURLConnection)
                URI.create(instance.url() + "/api/v1/incidents").toURL().openConnection();
        request.setDoOutput(true);
        request.setRequestProperty("Authorization", authorization);
        request.setRequestProperty("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = request.getOutputStream()) {
            out.write(bytes);
        }
        boolean created = request.getResponseCode() == 201;
        try (InputStream in = created ? request.getInputStream() : request.getErrorStream()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!created) {
                throw new IOException("POST /incidents answered " + request.getResponseCode() + ": " + answer);
            }
            return answer;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
