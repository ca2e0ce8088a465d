package org.gridward.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridward.access.CurrentUser;
import org.gridward.console.StreamClient;
import org.gridward.console.StreamHub;
import org.gridward.platform.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The live stream (server-sent events): ids grow, {@code Last-Event-ID} resumes without a hole. */
@RestController
class StreamController {

    private final StreamHub hub;
    private final CurrentUser currentUser;

    StreamController(StreamHub hub, CurrentUser currentUser) {
        this.hub = hub;
        this.currentUser = currentUser;
    }

    /** A browser gives its name as {@code client} and so never counts twice, however often it comes back. */
    @GetMapping("/api/v1/stream")
    ResponseEntity<StreamingResponseBody> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) String header,
            @RequestParam(name = "lastEventId", required = false) String parameter,
            @RequestParam(name = "client", required = false) String name,
            HttpServletResponse response) {
        long after = parse(header != null ? header : parameter);
        String called = name == null || name.isBlank() ? null : name;
        StreamClient client = hub.open(after, currentUser.get().name(), called);
        StreamingResponseBody body = out -> {
            try {
                client.feed(out, response::flushBuffer);
            } catch (IOException left) {
                // The client went away; its place in the hub is already free.
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(body);
    }

    private static long parse(String id) {
        if (id == null || id.isBlank()) {
            return -1;
        }
        try {
            return Math.max(0, Long.parseLong(id.strip()));
        } catch (NumberFormatException unreadable) {
            throw Problem.unreadable("last-event-id", "Last-Event-ID '" + id + "' is not the number of an event.");
        }
    }
}
