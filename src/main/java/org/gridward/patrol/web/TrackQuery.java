package org.gridward.patrol.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.springframework.web.util.UriComponentsBuilder;

/** The query of GET /tracks, read: a unit, a span of time and the page of it. {@code after} is null on the first page. */
record TrackQuery(String unit, Instant from, Instant to, Instant after, int limit) {

    private static final Duration USUAL_SPAN = Duration.ofHours(24);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);
    private static final int USUAL_LIMIT = 1_000;

    /** The last 24 hours where no time is given, at most 31 days. @throws Problem 400 or 422 naming the parameter */
    static TrackQuery of(String unit, String from, String to, Integer limit, String cursor, Clock clock) {
        Instant end = to == null ? clock.instant() : Instants.parse(to, "/to");
        Instant start = from == null ? end.minus(USUAL_SPAN) : Instants.parse(from, "/from");
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw Problem.unprocessable(
                    "time-span",
                    "from " + start + " to " + end + " is no span of up to 31 days; from must be earlier.");
        }
        int rows = limit == null ? USUAL_LIMIT : Limits.require(limit);
        return new TrackQuery(unit, start, end, cursor == null ? null : position(cursor), rows);
    }

    /** The path and query of the page after the fix of an instant. */
    String next(Instant last) {
        return UriComponentsBuilder.fromPath("/api/v1/tracks")
                .queryParam("unit", "{unit}")
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("limit", limit)
                .queryParam(
                        "cursor",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8)))
                .encode()
                .buildAndExpand(unit)
                .toUriString();
    }

    private static Instant position(String cursor) {
        try {
            return Instant.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw Problem.unreadable(
                    "cursor", "The cursor '" + cursor + "' is none of ours; follow the link next of the page before.");
        }
    }
}
