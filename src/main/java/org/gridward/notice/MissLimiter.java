package org.gridward.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows whoever tries tracking codes: after twenty wrong ones within ten minutes, further wrong ones of that address are told to
 * wait. A right code is answered whatever came before it: an address may be that of a whole building, and 128 random bits are not
 * guessed. Bounded: the addresses not heard of for longest go first.
 */
@Component
class MissLimiter {

    private static final int ADDRESSES_MOST = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final int most;
    private final Map<String, Deque<Instant>> misses = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES_MOST;
        }
    };

    @Autowired
    MissLimiter(Clock clock) {
        this(clock, 20);
    }

    MissLimiter(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Counts a wrong code. @throws Problem 429 when this address has tried too many */
    synchronized void missed(String address) {
        Deque<Instant> times = misses.computeIfAbsent(address, fresh -> new ArrayDeque<>());
        Instant from = clock.instant().minus(WINDOW);
        while (!times.isEmpty() && !times.peek().isAfter(from)) {
            times.poll();
        }
        if (times.size() >= most) {
            throw Problem.tooMany(
                    "too-many-wrong-codes",
                    "Too many wrong tracking codes came from here; try again in ten minutes, or call 12345.");
        }
        times.add(clock.instant());
    }
}
