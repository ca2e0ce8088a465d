package org.gridward.place.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.gridward.place.PlaceFilter;
import org.gridward.platform.Bbox;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriComponentsBuilder;

/** The query of GET /places: its filter, its page, and the link to the page after it. */
record PlaceQuery(
        String kind, String bbox, String grid, String q, Integer limit, String cursor, String at, String knownAt) {

    PlaceFilter filter() {
        return new PlaceFilter(
                given(kind), Bbox.parse(bbox).map(PlaceQuery::envelope), given(grid), given(q), time(), knownTime());
    }

    /** Whose grids; null: those in force now. */
    Instant time() {
        return Instants.parseOrNull(at, "/at");
    }

    Instant knownTime() {
        return Instants.parseOrNull(knownAt, "/knownAt");
    }

    int rows() {
        return Limits.require(limit);
    }

    Optional<String> after() {
        try {
            return given(cursor).map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            throw Problem.unreadable(
                    "cursor", "The cursor '" + cursor + "' is none of ours; follow the link next of the page before.");
        }
    }

    /** The path and query of the page that goes on after a code. */
    String next(String lastCode) {
        String position =
                Base64.getUrlEncoder().withoutPadding().encodeToString(lastCode.getBytes(StandardCharsets.UTF_8));
        return UriComponentsBuilder.fromPath("/api/v1/places")
                .queryParamIfPresent("kind", given(kind))
                .queryParamIfPresent("bbox", given(bbox))
                .queryParamIfPresent("grid", given(grid))
                .queryParamIfPresent("q", given(q))
                .queryParamIfPresent("at", Optional.ofNullable(time()))
                .queryParamIfPresent("knownAt", Optional.ofNullable(knownTime()))
                .queryParam("limit", rows())
                .queryParam("cursor", position)
                .encode()
                .build()
                .toUriString();
    }

    private static Optional<String> given(String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problem.unreadable("unreadable-parameter", "A parameter holds the character U+0000; leave it out.");
        }
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static Envelope envelope(Bbox box) {
        return new Envelope(box.west(), box.east(), box.south(), box.north());
    }
}
