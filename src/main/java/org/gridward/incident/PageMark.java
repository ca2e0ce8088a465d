package org.gridward.incident;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Where a page of incidents ended; opaque to callers. */
record PageMark(Instant reportedAt, UUID id) {

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((reportedAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static PageMark parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            return new PageMark(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw Problem.unreadable(
                            "cursor", "The cursor '" + text + "' was not made by this list; start without one.")
                    .with("/cursor", Fault.UNREADABLE, "not readable");
        }
    }
}
