package org.gridward.patrol.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads instants as devices and clients write them. */
final class Times {

    /** Epoch numbers up to this are seconds (year 5138), larger ones milliseconds (1973 and later). */
    private static final long MOST_SECONDS = 99_999_999_999L;

    private Times() {}

    /** An ISO 8601 time with an offset; anything else is an IllegalArgumentException that says what to send. */
    static Instant iso(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    isNaive(text)
                            ? "the time '" + text + "' has no offset; add one, such as 2026-03-01T08:00:00+08:00"
                            : "'" + text + "' is no ISO 8601 time, such as 2026-03-01T08:00:00+08:00");
        }
    }

    /** Epoch seconds (also with a fraction), epoch milliseconds, or ISO 8601 with an offset. */
    static Instant epochOrIso(String text) {
        if (!text.matches("\\d{1,14}(\\.\\d{1,9})?")) {
            return iso(text);
        }
        long whole = Long.parseLong(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
        if (whole > MOST_SECONDS) {
            return Instant.ofEpochMilli(whole);
        }
        int dot = text.indexOf('.');
        long nanos = dot < 0 ? 0 : Long.parseLong((text.substring(dot + 1) + "000000000").substring(0, 9));
        return Instant.ofEpochSecond(whole, nanos);
    }

    private static boolean isNaive(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text)).isPresent();
        } catch (DateTimeException neither) {
            return false;
        }
    }
}
