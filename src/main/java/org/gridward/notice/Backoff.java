package org.gridward.notice;

import java.time.Duration;
import java.util.UUID;

/**
 * How long to wait after a failure: 10 s, doubled each time, at most 30 minutes, spread by a quarter either way so that
 * messages that failed together do not come back together. The spread comes from the message's id, not from chance.
 */
final class Backoff {

    /** After so many tries a message is parked: about four hours and a half after the first. */
    static final int TRIES_MOST = 14;

    /** After so many failures in a row nothing is tried at the target for a while but one message now and then. */
    static final int FAILURES_OPEN = 5;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    /** The wait after the {@code tries}-th try (counted from 1) of a message. */
    static Duration after(UUID message, int tries) {
        return spread(message, tries, doubled(tries));
    }

    /** How long a target is left alone after {@code failures} failures in a row; zero below {@link #FAILURES_OPEN}. */
    static Duration pause(UUID target, int failures) {
        return failures < FAILURES_OPEN
                ? Duration.ZERO
                : spread(target, failures, doubled(failures - FAILURES_OPEN + 2));
    }

    private static Duration doubled(int times) {
        long factor = 1L << Math.min(20, Math.max(0, times - 1));
        Duration wait = FIRST.multipliedBy(factor);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration spread(UUID seed, int number, Duration wait) {
        long mixed = (seed.getLeastSignificantBits() + number) * 0x9E3779B97F4A7C15L;
        double unit = (mixed >>> 11) / (double) (1L << 53);
        return Duration.ofMillis(Math.round(wait.toMillis() * (0.75 + unit / 2)));
    }
}
