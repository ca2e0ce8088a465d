package org.gridward.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Checks what was sent: each answers the value as it is kept, or refuses it with 422 naming the member. */
final class Given {

    static final int TEXT = 4_000;
    static final int NAME = 200;

    private Given() {}

    /** The text without blanks around it: not empty, at most so long, no character U+0000. */
    static String text(String value, String pointer, int most) {
        String text = optional(value, pointer, most);
        if (text == null) {
            throw refuse(
                    "text-missing", pointer, Fault.missingText(most), "is missing; send 1 to " + most + " characters");
        }
        return text;
    }

    /** As {@link #text}, or null where there is none. */
    static String optional(String value, String pointer, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > most || text.indexOf('\0') >= 0) {
            throw refuse(
                    "text-not-acceptable",
                    pointer,
                    Fault.tooLong(text.length(), most),
                    "has " + text.length() + " characters or one that is U+0000; send at most " + most);
        }
        return text;
    }

    /** An instant after {@code now}, within ten years. */
    static Instant later(Instant value, Instant now, String pointer) {
        if (value == null) {
            throw refuse(
                    "time-missing",
                    pointer,
                    Fault.MISSING,
                    "is missing; send an instant such as 2026-03-01T08:00:00+08:00");
        }
        if (!value.isAfter(now) || value.isAfter(now.plus(Duration.ofDays(3_660)))) {
            throw refuse(
                    "time-not-acceptable",
                    pointer,
                    Fault.TIME,
                    value + " does not lie after " + now + " within ten years");
        }
        return value;
    }

    /** An instant from {@code first} to {@code now}; {@code now} when null. */
    static Instant past(Instant value, Instant first, Instant now, String pointer) {
        if (value == null) {
            return now;
        }
        if (value.isBefore(first) || value.isAfter(now)) {
            throw refuse(
                    "time-not-acceptable",
                    pointer,
                    Fault.TIME,
                    value + " does not lie between " + first + " and " + now);
        }
        return value;
    }

    /** A word of an enum, in either case. */
    static <E extends Enum<E>> E word(Class<E> type, String value, String pointer) {
        String word = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> refuse(
                        "unknown-word",
                        pointer,
                        Fault.CHOICE,
                        "'" + value + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }

    static Problem refuse(String slug, String pointer, Fault fault, String why) {
        return Problem.unprocessable(slug, pointer.substring(1) + ": " + why + ".")
                .with(pointer, fault, why);
    }
}
