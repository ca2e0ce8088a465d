package org.gridward.cooperation.web;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** The answer to a POST that made something: 201 with its address and its version. */
final class Created {

    private Created() {}

    static <T> ResponseEntity<T> at(String list, T made, Function<T, UUID> id, Function<T, String> etag) {
        return ResponseEntity.created(URI.create(list + "/" + id.apply(made)))
                .eTag(etag.apply(made))
                .body(made);
    }
}
