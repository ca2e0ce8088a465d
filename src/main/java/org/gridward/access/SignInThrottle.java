package org.gridward.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after {@value #PER_ACCOUNT} failures within a minute for one name from one address, or
 * {@value #PER_ADDRESS} for any names from one address, sign-in waits until the oldest of them is a minute old. A person
 * at another address is never held up, and nothing is locked for good. Bounded: the oldest entries are forgotten.
 */
final class SignInThrottle {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets an attempt pass.
     *
     * @throws TooManySignIns when it comes too early
     */
    synchronized void pass(String name, String address) {
        hold(account(name, address), PER_ACCOUNT);
        hold(address, PER_ADDRESS);
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        failures.computeIfAbsent(account(name, address), key -> new ArrayDeque<>())
                .add(now);
        failures.computeIfAbsent(address, key -> new ArrayDeque<>()).add(now);
    }

    private void hold(String key, int most) {
        Deque<Instant> recent = failures.get(key);
        if (recent == null) {
            return;
        }
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.peekFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.isEmpty()) {
            failures.remove(key);
        } else if (recent.size() >= most) {
            throw new TooManySignIns(Duration.between(now, recent.peekFirst().plus(WINDOW)));
        }
    }

    private static String account(String name, String address) {
        return address + " " + (name.length() <= 64 ? name : name.substring(0, 64));
    }
}
