package org.gridward.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * A stretch of clock time: a date ({@code 2025-08-03}) and two times ({@code 23:00}, {@code 02:00}). An end that is not
 * after the start is on the next day.
 */
public record Window(String date, String from, String until) {

    /** @throws Problem 400 when one of the three cannot be read */
    Instant start(ZoneId zone) {
        return at(day(), time(from, "/window/from"), zone);
    }

    /** @throws Problem 400 as {@link #start} */
    Instant end(ZoneId zone) {
        LocalTime start = time(from, "/window/from");
        LocalTime end = time(until, "/window/until");
        return at(end.isAfter(start) ? day() : day().plusDays(1), end, zone);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(date == null ? "" : date);
        } catch (DateTimeException unreadable) {
            throw unreadable("/window/date", date, "2025-08-03");
        }
    }

    private static LocalTime time(String text, String pointer) {
        try {
            return LocalTime.parse(text == null ? "" : text);
        } catch (DateTimeException unreadable) {
            throw unreadable(pointer, text, "23:00");
        }
    }

    private static Problem unreadable(String pointer, String text, String such) {
        return Problem.unreadable("unreadable-window", "'" + text + "' cannot be read; write it as " + such + ".")
                .with(pointer, Fault.UNREADABLE, "write it as " + such);
    }
}
