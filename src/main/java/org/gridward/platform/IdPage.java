package org.gridward.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** One page of a list that the database cuts; the cursor is the id of the last one shown, and where that stands says the order. */
public record IdPage(Integer limit, String cursor) {

    /** @throws Problem 400 for a limit that is not from 1 to 10,000 */
    public int rows() {
        return Limits.require(limit);
    }

    /** The id after which the page begins; null for the first page. @throws Problem 400 for a foreign cursor */
    public UUID before() {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException foreign) {
            throw Problem.unreadable("cursor", "The cursor '" + cursor + "' was not made by this list.")
                    .with("/cursor", Fault.UNREADABLE, "not of this list");
        }
    }

    /**
     * The members {@code items} and {@code next}.
     *
     * @param found one row more than {@link #rows}, where there is one
     * @param query the other parameters of the list; null values are left out
     */
    public <T> Map<String, Object> body(List<T> found, Function<T, UUID> id, String path, Map<String, ?> query) {
        int rows = rows();
        List<T> page = found.size() > rows ? found.subList(0, rows) : found;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page);
        body.put("next", found.size() > rows ? next(id.apply(page.get(rows - 1)), path, query) : null);
        return body;
    }

    private String next(UUID last, String path, Map<String, ?> query) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        Map<String, Object> given = new LinkedHashMap<>(query);
        given.put("limit", limit);
        given.put("cursor", last);
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(given).toUriString();
    }
}
