package org.gridward.console;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gridward.platform.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries committed outbox entries to the stream and to the clients of this server: at once after a commit here, and by a
 * look every quarter of a second for commits of other processes.
 */
@Component
@ConditionalOnWebApplication
class StreamRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamRelay.class);
    private static final int BATCH = 1_000;
    private static final long KEEP = 100_000;
    private static final long LOOK_MILLIS = 250;
    /** Commits that follow each other closer than this travel together: no eye sees it, and the writers keep their pace. */
    private static final long GATHER_NANOS = 20_000_000;

    private final StreamEvents events;
    private final StreamHub hub;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;
    private long published = -1;

    StreamRelay(StreamEvents events, StreamHub hub, Outbox outbox) {
        this.events = events;
        this.hub = hub;
        outbox.onCommit(signal::release);
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "stream-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                if (signal.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    LockSupport.parkNanos(GATHER_NANOS);
                    signal.drainPermits();
                }
                step();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException away) {
                log.debug("Stream not readable, trying again: {}", away.toString());
                pause();
            }
        }
    }

    private void step() {
        if (published < 0) {
            published = events.bounds().newest();
        }
        while (events.move(BATCH) == BATCH) {
            log.debug("A full batch moved to the stream");
        }
        List<StreamEvent> fresh;
        do {
            fresh = events.after(published, BATCH);
            fresh.forEach(hub::publish);
            if (!fresh.isEmpty()) {
                published = fresh.get(fresh.size() - 1).id();
            }
        } while (fresh.size() == BATCH);
    }

    private void pause() {
        try {
            signal.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            running = false;
        }
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void forget() {
        events.forget(KEEP);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
