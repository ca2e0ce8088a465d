package org.gridward.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a list that is short enough to be read as a whole, such as the layers of a city.
 *
 * @param next path and query of the page after this one; empty on the last
 */
public record ListPage<T>(List<T> items, Optional<String> next) {

    /**
     * Cuts the page out of the list.
     *
     * @param key names an element for the cursor; no two elements share one
     * @param path of the list, for {@code next}; may have a query, encoded
     * @throws Problem 400 for a limit that is not from 1 to 10,000 or a cursor of another list
     */
    public static <T> ListPage<T> cut(List<T> all, Function<T, String> key, Integer limit, String cursor, String path) {
        int rows = Limits.require(limit);
        int from = cursor == null || cursor.isBlank() ? 0 : after(all, key, cursor);
        int to = Math.min(all.size(), from + rows);
        Optional<String> next = Optional.empty();
        if (to < all.size()) {
            String mark = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.apply(all.get(to - 1)).getBytes(StandardCharsets.UTF_8));
            next = Optional.of(UriComponentsBuilder.fromUriString(path)
                    .queryParam("limit", rows)
                    .queryParam("cursor", mark)
                    .encode()
                    .build()
                    .toUriString());
        }
        return new ListPage<>(all.subList(from, to), next);
    }

    /** The members {@code items} and {@code next} of the answer, each element in the form that is given. */
    public Map<String, Object> body(Function<T, ?> form) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items.stream().map(form).toList());
        body.put("next", next.orElse(null));
        return body;
    }

    private static <T> int after(List<T> all, Function<T, String> key, String cursor) {
        try {
            String mark = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            for (int i = 0; i < all.size(); i++) {
                if (key.apply(all.get(i)).equals(mark)) {
                    return i + 1;
                }
            }
        } catch (IllegalArgumentException foreign) {
            // Answered below like every other cursor that names no element.
        }
        throw Problem.unreadable(
                        "cursor",
                        "The cursor '" + cursor + "' is none of this list; follow the link next of the page before.")
                .with("/cursor", "not of this list");
    }
}
