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
    /** The first commit after a pause is told at once; those that follow closer than this travel together. */
    private static final long GATHER_NANOS = 20_000_000;

    private final StreamEvents events;
    private final StreamHub hub;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;
    private long published = -1;
    private long lastStep = System.nanoTime() - GATHER_NANOS;

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
                    LockSupport.parkNanos(lastStep + GATHER_NANOS - System.nanoTime());
                    signal.drainPermits();
                }
                lastStep = System.nanoTime();
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
        List<StreamEvent> moved;
        do {
            moved = events.move(BATCH);
            tell(moved);
        } while (moved.size() == BATCH);
    }

    /** Tells the events just moved, when no event of another server can lie between; else reads what is new. */
    private void tell(List<StreamEvent> moved) {
        boolean gapless = !moved.isEmpty()
                && moved.get(0).id() == published + 1
                && moved.get(moved.size() - 1).id() == published + moved.size();
        if (gapless) {
            publish(moved);
            return;
        }
        List<StreamEvent> fresh;
        do {
            fresh = events.after(published, BATCH);
            publish(fresh);
        } while (fresh.size() == BATCH);
    }

    private void publish(List<StreamEvent> fresh) {
        fresh.forEach(hub::publish);
        if (!fresh.isEmpty()) {
            published = fresh.get(fresh.size() - 1).id();
        }
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
