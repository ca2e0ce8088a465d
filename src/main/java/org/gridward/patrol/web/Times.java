package org.gridward.patrol.web;

import java.time.Instant;
import org.gridward.platform.Instants;

/** Reads instants as phones write them. */
final class Times {

    /** Epoch numbers up to this are seconds (year 5138), larger ones milliseconds (1973 and later). */
    private static final long MOST_SECONDS = 99_999_999_999L;

    private Times() {}

    /**
     * Epoch seconds (also with a fraction), epoch milliseconds, or ISO 8601 with an offset.
     *
     * @throws org.gridward.platform.Problem 400 naming the text and the form that is read
     */
    static Instant epochOrIso(String text) {
        if (!text.matches("\\d{1,14}(\\.\\d{1,9})?")) {
            return Instants.parse(text, "/timestamp");
        }
        int dot = text.indexOf('.');
        long whole = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
        if (whole > MOST_SECONDS) {
            return Instant.ofEpochMilli(whole);
        }
        long nanos = dot < 0 ? 0 : Long.parseLong((text.substring(dot + 1) + "000000000").substring(0, 9));
        return Instant.ofEpochSecond(whole, nanos);
    }
}
