package org.gridward.bench.loop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.bench.Instance;

/** A client of the stream that notes how long after it was written each report's event was read. */
final class EventReader implements AutoCloseable {

    private static final Pattern REPORTED =
            Pattern.compile("^data: \\{\"type\":\"IncidentReported\",\"at\":\"([^\"]+)\",\"subject\":\"([^\"]+)\"");
    private static final long PATIENCE_SECONDS = 20;

    private final HttpURLConnection connection;
    private final Map<String, Duration> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);

    private EventReader(HttpURLConnection connection) {
        this.connection = connection;
    }

    static EventReader open(Instance instance) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(instance.url() + "/api/v1/stream").toURL().openConnection();
        connection.setRequestProperty(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(("dispatcher:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        EventReader reader = new EventReader(connection);
        Thread thread = new Thread(reader::read, "events");
        thread.setDaemon(true);
        thread.start();
        if (!reader.open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the stream did not open");
        }
        return reader;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Instant now = Instant.now();
                Matcher matcher = REPORTED.matcher(line);
                if (matcher.find()) {
                    arrived(matcher.group(2), Duration.between(Instant.parse(matcher.group(1)), now));
                }
                open.countDown();
            }
        } catch (IOException closed) {
            open.countDown();
        }
    }

    private synchronized void arrived(String id, Duration after) {
        arrivals.put(id, after);
        notifyAll();
    }

    /** How long after its row was written, right before its commit, the event of the report was read. */
    synchronized Duration arrivalOf(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!arrivals.containsKey(id)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IOException("no event of report " + id + " within " + PATIENCE_SECONDS + " s");
            }
            wait(left);
        }
        return arrivals.remove(id);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
