package org.gridward.place.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.gridward.place.PlaceFilter;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriComponentsBuilder;

/** The query of GET /places: its filter, its page, and the link to the page after it. */
record PlaceQuery(String kind, String bbox, String grid, String q, Integer limit, String cursor) {

    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 10_000;

    PlaceFilter filter() {
        return new PlaceFilter(given(kind), given(bbox).map(PlaceQuery::box), given(grid), given(q));
    }

    int rows() {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.unprocessable("limit", "The limit " + limit + " is not in 1.." + MOST + ".");
        }
        return limit == null ? USUAL_LIMIT : limit;
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

    private static Envelope box(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 4) {
                double west = Double.parseDouble(parts[0]);
                double south = Double.parseDouble(parts[1]);
                double east = Double.parseDouble(parts[2]);
                double north = Double.parseDouble(parts[3]);
                if (west <= east
                        && south <= north
                        && Math.abs(west) <= 180
                        && Math.abs(east) <= 180
                        && Math.abs(south) <= 90
                        && Math.abs(north) <= 90) {
                    return new Envelope(west, east, south, north);
                }
            }
        } catch (NumberFormatException unreadable) {
            // Answered below like every other text that is no box.
        }
        throw Problem.unreadable(
                "bbox", "'" + text + "' is no box; write west,south,east,north in degrees, with west <= east.");
    }
}
