package org.gridward.console;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One client of the stream: first what it missed, then what comes, and {@code resync} when what it missed is no longer kept
 * or its buffer ran over. A heartbeat says every ten seconds, busy or not, what time it is and up to which event all has
 * been told; the first one ends what was missed.
 */
public final class StreamClient {

    private static final int BUFFER = 2_000;
    private static final int MAX_REPLAY = 10_000;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Some proxies hold an answer back until it fills their first buffer. */
    private static final String PADDING = ":" + " ".repeat(2_048) + "\n";

    /** Wakes a client that waits for an event, to see that it is to leave. */
    private static final StreamEvent END = new StreamEvent(Long.MIN_VALUE, null, "", "", "");

    /** What a client is told before its stream ends. */
    enum Farewell {
        SILENT(""),
        /** The same user opened others, and this was the oldest. */
        SUPERSEDED("event: superseded\ndata: {}\n\n");

        private final String text;

        Farewell(String text) {
            this.text = text;
        }
    }

    /** Whose client it is, how it calls itself (or null), and the how manieth of this server. */
    record Identity(String user, String name, long number) {}

    private final StreamHub hub;
    private final StreamEvents events;
    private final BlockingQueue<StreamEvent> buffer = new LinkedBlockingQueue<>(BUFFER);
    private final Identity identity;
    private volatile boolean overrun;
    private volatile Farewell farewell;
    private long sent;
    private Flushable flush;

    StreamClient(StreamHub hub, StreamEvents events, long after, Identity identity) {
        this.hub = hub;
        this.events = events;
        this.sent = after;
        this.identity = identity;
    }

    Identity identity() {
        return identity;
    }

    void offer(StreamEvent event) {
        if (!buffer.offer(event)) {
            overrun = true;
        }
    }

    /** Ends the stream once what is being written is written. */
    void end(Farewell with) {
        farewell = with;
        buffer.clear();
        buffer.offer(END);
    }

    /**
     * Writes the stream until the client leaves (IOException) or the server stops (returns).
     *
     * @param flush sends what was written on its way; the body of a streamed answer ignores its own flush
     */
    public void feed(OutputStream out, Flushable flush) throws IOException {
        this.flush = flush;
        try {
            write(out, PADDING + "retry: 2000\n: open\n\n");
            catchUp(out);
            long beat = heartbeat(out);
            while (true) {
                StreamEvent event = buffer.poll(beat - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (farewell != null) {
                    write(out, farewell.text);
                    return;
                }
                if (overrun) {
                    resync(out);
                } else if (event != null && event.id() > sent) {
                    send(out, event);
                    if (buffer.isEmpty()) {
                        flush.flush();
                    }
                }
                if (beat <= System.nanoTime()) {
                    beat = heartbeat(out);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            hub.remove(this);
        }
    }

    private void catchUp(OutputStream out) throws IOException {
        StreamEvents.Bounds bounds = events.bounds();
        if (sent < 0) {
            sent = bounds.newest();
            return;
        }
        boolean lost = sent > bounds.newest() || sent + 1 < bounds.oldest();
        if (lost || bounds.newest() - sent > MAX_REPLAY) {
            resync(out);
            return;
        }
        List<StreamEvent> missed;
        do {
            missed = events.after(sent, 1_000);
            for (StreamEvent event : missed) {
                send(out, event);
            }
        } while (missed.size() == 1_000);
        flush.flush();
    }

    private void resync(OutputStream out) throws IOException {
        buffer.clear();
        overrun = false;
        sent = events.bounds().newest();
        write(out, "id: " + sent + "\nevent: resync\ndata: {}\n\n");
    }

    private long heartbeat(OutputStream out) throws IOException {
        write(out, "id: " + sent + "\nevent: heartbeat\ndata: {\"at\":\"" + Instant.now() + "\"}\n\n");
        return System.nanoTime() + HEARTBEAT_NANOS;
    }

    private void send(OutputStream out, StreamEvent event) throws IOException {
        sent = event.id();
        out.write(event.bytes());
    }

    private void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        flush.flush();
    }
}
