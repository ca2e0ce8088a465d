package org.gridward.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * What a time limit is counted in. MINUTES, HOURS and DAYS run by the plain clock; URGENT_HOURS are the standard's
 * 紧急工作时, 24 hours a day; WORKING_HOURS (工作时) and WORKING_DAYS (工作日) run within working hours only, a working day
 * being as long as the working hours of one day.
 */
public enum LimitUnit {
    MINUTES,
    HOURS,
    DAYS,
    URGENT_HOURS,
    WORKING_HOURS,
    WORKING_DAYS;

    /** Whether it depends on which days are worked. */
    public boolean isWorkingTime() {
        return this == WORKING_HOURS || this == WORKING_DAYS;
    }

    /** @throws Problem 422 naming the word and the units there are */
    public static LimitUnit parse(String word, String pointer) {
        String upper = word == null ? "" : word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.name().equals(upper))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-unit", "'" + word + "' is no unit of time limits; use one of " + words() + ".")
                        .saying("why", "limit")
                        .with(pointer, Fault.CHOICE, "unknown unit"));
    }

    static List<LimitUnit> words() {
        return List.of(values());
    }
}
