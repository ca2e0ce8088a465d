package org.gridward.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times of the public contract: ISO 8601 with an offset; a time without one is refused. */
public final class Instants {

    private Instants() {}

    /** @throws Problem 400 {@code unreadable-time} naming the pointer, the text and the form that is read */
    public static Instant parse(String text, String pointer) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year < 1 || year > 9999) {
                throw new DateTimeException("The year " + year + " is not from 1 to 9999");
            }
            return time.toInstant();
        } catch (DateTimeException unreadable) {
            String hint = text.matches("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?")
                    ? "the offset is missing: write 2026-03-01T08:00:00+08:00 or …Z"
                    : "write ISO 8601 with an offset, such as 2026-03-01T08:00:00+08:00";
            throw Problem.unreadable("unreadable-time", "The time '" + text + "' cannot be read; " + hint + ".")
                    .with(pointer, Fault.TIME, hint);
        }
    }

    /** The time, or null when the text is null or blank. */
    public static Instant parseOrNull(String text, String pointer) {
        return text == null || text.isBlank() ? null : parse(text, pointer);
    }

    /** An instant of a row; null where there is none. */
    public static Instant of(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
