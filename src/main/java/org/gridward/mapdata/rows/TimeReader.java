package org.gridward.mapdata.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the times that files hold: ISO 8601 with or without offset, {@code 2015/9/5 13:30}, {@code 09/05/2015 01:30:00 PM}
 * (month first), {@code 20150905}, seconds or milliseconds since 1970. A time without an offset is one of the given zone.
 */
public final class TimeReader {

    private static final List<DateTimeFormatter> LOCAL = List.of(
            formatter("yyyy-M-d[['T'][' ']H:mm[:ss][.SSSSSS][.SSS]]"),
            formatter("yyyy/M/d[ H:mm[:ss]]"),
            formatter("M/d/yyyy[ h:mm[:ss] a]"),
            formatter("M/d/yyyy H:mm[:ss]"),
            formatter("yyyyMMdd"),
            formatter("yyyyMMddHHmmss"));

    private static final long YEAR_3000_SECONDS = 32_503_680_000L;

    private final ZoneId zone;

    public TimeReader(ZoneId zone) {
        this.zone = zone;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /**
     * The instant of a text.
     *
     * @param hour hours to be added where the text is a date only; 24 is the next midnight
     * @throws BadRow naming the field, when the text is no such time
     */
    public Instant read(String field, String text, Optional<Integer> hour) {
        Optional<Instant> plain = epoch(text).or(() -> offset(text));
        if (plain.isPresent()) {
            return plain.get();
        }
        for (DateTimeFormatter format : LOCAL) {
            try {
                TemporalAccessor read = format.parseBest(text, LocalDateTime::from, LocalDate::from);
                LocalDateTime local = read instanceof LocalDate date
                        ? date.atStartOfDay().plusHours(hour.orElse(0))
                        : (LocalDateTime) read;
                return local.atZone(zone).toInstant();
            } catch (DateTimeException e) {
                continue; // the next form
            }
        }
        throw new BadRow(field, text, "it is no time that can be read", "write 2026-03-01T08:00:00+08:00");
    }

    private static Optional<Instant> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> epoch(String text) {
        if (!text.matches("\\d{9,13}(\\.\\d+)?")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        double seconds = number > YEAR_3000_SECONDS ? number / 1000 : number;
        return Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)));
    }
}
