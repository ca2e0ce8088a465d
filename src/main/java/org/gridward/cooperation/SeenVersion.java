package org.gridward.cooperation;

import org.gridward.platform.Problem;

/** Whether a change is based on the version that the thing has. */
final class SeenVersion {

    private SeenVersion() {}

    /** @throws Problem 412 {@code stale} */
    static void require(int seen, int now, String what) {
        if (seen != now) {
            throw Problem.stale(
                    "stale",
                    "The " + what + " is at version " + now + ", not " + seen + "; read it again, then decide.");
        }
    }
}
