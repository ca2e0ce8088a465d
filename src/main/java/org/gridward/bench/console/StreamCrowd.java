package org.gridward.bench.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.bench.Instance;

/** Many clients of one stream, read by one thread; some of them stop reading when told. */
final class StreamCrowd implements AutoCloseable {

    private static final Pattern REPORTED = Pattern.compile("\"type\":\"IncidentReported\",\"at\":\"([^\"]+)\"");
    static final String NAME = "reader-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_HEAD = 120;
    /** A client that stops reading must be felt by the server, not by the kernel's memory. */
    private static final int SMALL_WINDOW = 8 * 1024;

    private static final class Client {
        private final boolean mayStall;
        private String rest = "";
        private boolean open;

        Client(boolean mayStall) {
            this.mayStall = mayStall;
        }
    }

    private final Selector selector = Selector.open();
    private final List<SelectionKey> keys = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(256 * 1024);
    private final Thread reader = new Thread(this::read, "stream-crowd");
    private volatile boolean stalled;
    private volatile boolean closed;
    private int open;
    private int lost;
    private String refusal;

    /** @param user the how manieth user each client signs in as; users are {@link #NAME} with a number */
    StreamCrowd(Instance instance, int clients, int stalling, IntUnaryOperator user) throws IOException {
        URI place = URI.create(instance.url());
        InetSocketAddress server = new InetSocketAddress(place.getHost(), place.getPort());
        for (int n = 0; n < clients; n++) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
            channel.connect(server);
            channel.write(ByteBuffer.wrap(request(NAME + user.applyAsInt(n))));
            channel.configureBlocking(false);
            keys.add(channel.register(selector, SelectionKey.OP_READ, new Client(n < stalling)));
        }
        reader.setDaemon(true);
        reader.start();
    }

    private static byte[] request(String user) {
        String basic =
                Base64.getEncoder().encodeToString((user + ":" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + basic + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Waits until each has been answered. */
    synchronized void awaitOpen(int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (open < keys.size()) {
            if (refusal != null) {
                throw new IOException("a stream was refused: " + refusal);
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IOException(open + " of " + keys.size() + " streams opened within " + seconds + " s");
            }
            wait(left);
        }
    }

    /** From now on those that may stall read no more. */
    void stall() {
        stalled = true;
        selector.wakeup();
    }

    /**
     * How long after it was written each report was read by each client that does not stall, milliseconds; and begins anew. Waits
     * until so many have been read, but no longer than is sensible: then there are fewer.
     */
    synchronized double[] takeMillis(int wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (millis.size() < wanted && System.nanoTime() < end) {
            wait(1_000);
        }
        double[] taken = millis.stream().mapToDouble(Double::doubleValue).toArray();
        millis.clear();
        return taken;
    }

    /** Clients that do not stall and whose stream has ended; there should be none. */
    synchronized int lost() {
        return lost;
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(200);
                if (stalled) {
                    keys.stream()
                            .filter(key -> key.isValid() && ((Client) key.attachment()).mayStall)
                            .forEach(key -> key.interestOps(0));
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid() && key.isReadable()) {
                        take(key);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException ended) {
            // close() came while it was reading.
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void take(SelectionKey key) throws IOException {
        Client client = (Client) key.attachment();
        bytes.clear();
        int read = ((SocketChannel) key.channel()).read(bytes);
        Instant now = Instant.now();
        if (read < 0) {
            key.cancel();
            synchronized (this) {
                lost += client.mayStall ? 0 : 1;
                if (!client.open) {
                    refusal = "closed without an answer";
                    notifyAll();
                }
            }
            return;
        }
        bytes.flip();
        String text = client.rest + StandardCharsets.ISO_8859_1.decode(bytes);
        Matcher event = REPORTED.matcher(text);
        int end = 0;
        synchronized (this) {
            while (event.find()) {
                end = event.end();
                if (!client.mayStall) {
                    millis.add(
                            Duration.between(Instant.parse(event.group(1)), now).toNanos() / 1e6);
                }
            }
            notifyAll();
            if (!client.open) {
                client.open = true;
                if (!text.startsWith("HTTP/1.1 200")) {
                    refusal = text;
                }
                open++;
                notifyAll();
            }
        }
        client.rest = text.substring(Math.max(end, text.length() - LONGEST_HEAD));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SelectionKey key : keys) {
            key.channel().close();
        }
        selector.close();
    }
}
