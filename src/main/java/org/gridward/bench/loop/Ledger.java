package org.gridward.bench.loop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gridward.bench.Instance;
import org.gridward.platform.Sql;

/**
 * Writers that report without end, each report with its own Idempotency-Key and its own words, and repeat one until it is
 * acknowledged; and the list of what was.
 */
final class Ledger {

    private static final long RETRY_NANOS = 100_000_000;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final String url;
    private final String mark;
    private final double[][] spots;
    private final int writers;
    private final Map<String, String> idOfKey = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;
    private volatile IOException refused;

    /** @param mark what the words of each report begin with */
    Ledger(String url, String mark, double[][] spots, int writers) {
        this.url = url;
        this.mark = mark;
        this.spots = spots;
        this.writers = writers;
    }

    void start() {
        for (int i = 0; i < writers; i++) {
            int writer = i;
            Thread thread = new Thread(() -> write(writer), "writer-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Waits until so many more reports were acknowledged. */
    void awaitAcknowledged(long more) throws IOException {
        long goal = acknowledged.get() + more;
        while (acknowledged.get() < goal) {
            if (refused != null) {
                throw refused;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** How many acknowledged reports the database does not have. */
    long missingFrom(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.of("bench/count_missing_reports"))) {
            statement.setArray(
                    1, connection.createArrayOf("text", idOfKey.values().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void write(int writer) {
        Random random = new Random(writer);
        for (int n = 0; running; n++) {
            String key = mark + writer + "-" + n;
            String body = LoopSetup.report(spots[random.nextInt(spots.length)]).replace("bench report", key);
            String id = null;
            while (id == null && running && refused == null) {
                id = post(key, body);
            }
            if (id == null) {
                return;
            }
            idOfKey.put(key, id);
            acknowledged.incrementAndGet();
        }
    }

    /** The id of the report once it is acknowledged; null when the server is away, so that it is to be asked again. */
    private String post(String key, String body) {
        try {
            HttpURLConnection request = (HttpURLConnection)
                    URI.create(url + "/api/v1/incidents").toURL().openConnection();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            request.setDoOutput(true);
            request.setRequestProperty("Authorization", authorization());
            request.setRequestProperty("Content-Type", "application/json");
            request.setRequestProperty("Idempotency-Key", key);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            request.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(bytes);
            }
            int status = request.getResponseCode();
            try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
                String answer = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (status == 201) {
                    return IntakeCase.id(answer);
                }
                if (status < 500) {
                    refused = new IOException("report " + key + " was refused with " + status + ": " + answer);
                }
            }
        } catch (IOException away) {
            // The server or its database was struck; the same report is sent again.
        }
        LockSupport.parkNanos(RETRY_NANOS);
        return null;
    }

    private static String authorization() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(("dispatcher:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
