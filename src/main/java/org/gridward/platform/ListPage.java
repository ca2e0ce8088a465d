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
        return page(all.subList(from, all.size()), key, rows, path);
    }

    /**
     * The page of a list that the database cuts.
     *
     * @param found the rows after {@link #after}, one more than the limit where there is one
     */
    public static <T> ListPage<T> page(List<T> found, Function<T, String> key, Integer limit, String path) {
        int rows = Limits.require(limit);
        if (found.size() <= rows) {
            return new ListPage<>(found, Optional.empty());
        }
        String mark = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.apply(found.get(rows - 1)).getBytes(StandardCharsets.UTF_8));
        return new ListPage<>(
                found.subList(0, rows),
                Optional.of(UriComponentsBuilder.fromUriString(path)
                        .queryParam("limit", rows)
                        .queryParam("cursor", mark)
                        .encode()
                        .build()
                        .toUriString()));
    }

    /** The key after which the page begins; null for the first page. @throws Problem 400 for a cursor that is no text */
    public static String after(String cursor) {
        try {
            return cursor == null || cursor.isBlank()
                    ? null
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw foreign(cursor);
        }
    }

    /** The members {@code items} and {@code next} of the answer, each element in the form that is given. */
    public Map<String, Object> body(Function<T, ?> form) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items.stream().map(form).toList());
        body.put("next", next.orElse(null));
        return body;
    }

    private static <T> int after(List<T> all, Function<T, String> key, String cursor) {
        String mark = after(cursor);
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(mark)) {
                return i + 1;
            }
        }
        throw foreign(cursor);
    }

    private static Problem foreign(String cursor) {
        return Problem.unreadable(
                        "cursor",
                        "The cursor '" + cursor + "' is none of this list; follow the link next of the page before.")
                .with("/cursor", Fault.UNREADABLE, "not of this list");
    }
}
