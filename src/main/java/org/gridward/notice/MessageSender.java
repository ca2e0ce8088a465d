package org.gridward.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is due, once a second, each address on a thread of its own, so that one that hangs keeps no other waiting.
 * A message goes out at least once: when a server dies between sending and noting it, it goes again under the same id.
 */
@Component
class MessageSender implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
    private static final int AT_ONCE = 16;
    private static final int MOST = 20;
    private static final Duration LEASE = Duration.ofSeconds(120);
    /** After this long a server lets an address go, well before its lease runs out. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Targets targets;
    private final Map<Channel, MessageCarrier> carriers = new EnumMap<>(Channel.class);
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "message-sender");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Phaser busy = new Phaser(1);

    MessageSender(Targets targets, List<MessageCarrier> carriers, Clock clock) {
        this.targets = targets;
        this.clock = clock;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
    }

    /** The channels that this installation can send by. */
    Set<Channel> ready() {
        return carriers.values().stream()
                .filter(MessageCarrier::isReady)
                .map(MessageCarrier::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            start();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Messages not looked at: {}", away.toString());
        }
    }

    /** Starts sending to every address with something due, as far as threads are free; returns to how many. */
    int start() {
        Set<Channel> channels = ready();
        int started = 0;
        while (!channels.isEmpty() && free.tryAcquire()) {
            Optional<Targets.Held> held = claim(channels);
            if (held.isEmpty()) {
                return started;
            }
            busy.register();
            threads.execute(() -> serve(held.get()));
            started++;
        }
        return started;
    }

    private Optional<Targets.Held> claim(Set<Channel> channels) {
        Optional<Targets.Held> held = Optional.empty();
        try {
            held = targets.claim(channels, LEASE);
            return held;
        } finally {
            if (held.isEmpty()) {
                free.release();
            }
        }
    }

    /** Sends all that is due and returns when it is done: for tests and for the end of a server's life. */
    void settle() {
        do {
            busy.awaitAdvance(busy.arrive());
        } while (start() > 0);
        busy.awaitAdvance(busy.arrive());
    }

    private void serve(Targets.Held target) {
        try {
            send(target);
        } catch (DataAccessException | TransactionException away) {
            log.debug("Sending to {} not noted: {}", target.id(), away.toString());
        } catch (RuntimeException broken) {
            log.error("Sending to target {} ended: {}", target.id(), broken.toString(), broken);
        } finally {
            free.release();
            busy.arriveAndDeregister();
        }
    }

    private void send(Targets.Held target) {
        Instant end = clock.instant().plus(LONGEST);
        int failures = target.failures();
        boolean probing = failures >= Backoff.FAILURES_OPEN;
        try {
            for (Parcel parcel : targets.due(target, probing ? 1 : MOST)) {
                if (clock.instant().isAfter(end)) {
                    return;
                }
                MessageCarrier.Outcome outcome = carry(target, parcel);
                if (outcome instanceof MessageCarrier.Outcome.Delivered) {
                    targets.sent(target, parcel);
                    failures = 0;
                } else if (outcome instanceof MessageCarrier.Outcome.Refused refused) {
                    targets.refused(target, parcel, refused.why());
                } else if (outcome instanceof MessageCarrier.Outcome.Failed failed
                        && targets.failed(target, parcel, failed.why(), failures++)) {
                    return;
                }
            }
        } finally {
            targets.release(target);
        }
    }

    /** A fault of our own parks the message instead of stopping the queue. */
    private MessageCarrier.Outcome carry(Targets.Held target, Parcel parcel) {
        try {
            return carriers.get(target.channel()).carry(parcel);
        } catch (RuntimeException broken) {
            log.error("Message {} cannot be made", parcel.id(), broken);
            return new MessageCarrier.Outcome.Refused("cannot be made: " + broken);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
