package org.gridward.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in is slowed down after several failures: try again after a while. The account is not locked. */
public final class TooManySignIns extends AuthenticationException {

    private final Duration retryAfter;

    TooManySignIns(Duration retryAfter) {
        super("Too many failed sign-ins for this name from this address; try again in " + seconds(retryAfter)
                + " seconds.");
        this.retryAfter = retryAfter;
    }

    /** Whole seconds, at least 1. */
    public long retryAfterSeconds() {
        return seconds(retryAfter);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
