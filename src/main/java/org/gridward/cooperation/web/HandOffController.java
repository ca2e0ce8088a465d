package org.gridward.cooperation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.HandOff;
import org.gridward.cooperation.HandOffBook;
import org.gridward.cooperation.HandOffDesk;
import org.gridward.platform.IdPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hand-offs to bodies outside over HTTP. */
@RestController
@RequestMapping("/api/v1")
class HandOffController {

    private static final String LIST = "/api/v1/hand-offs";

    private final HandOffDesk desk;
    private final HandOffBook book;
    private final Writes writes;

    HandOffController(HandOffDesk desk, HandOffBook book, Writes writes) {
        this.desk = desk;
        this.book = book;
        this.writes = writes;
    }

    @PostMapping("/incidents/{id}/hand-offs")
    ResponseEntity<?> hand(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody HandOff.Handing body) {
        UUID incident = PathIds.incident(id);
        return writes.once(
                key,
                List.of("POST hand-offs", incident, body),
                actor -> Created.at(LIST, desk.hand(incident, body, actor), HandOff::id, HandOff::etag));
    }

    /** The hand-offs, the latest first; open=true: those that are not restored. */
    @GetMapping("/hand-offs")
    Map<String, Object> list(
            @RequestParam(required = false) Boolean open,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        Map<String, Object> query = new HashMap<>();
        query.put("open", open);
        return page.body(book.list(null, open, page.before(), page.rows() + 1), HandOff::id, LIST, query);
    }

    @GetMapping("/hand-offs/{id}")
    ResponseEntity<HandOff> get(@PathVariable String id) {
        return tagged(book.get(PathIds.of(id, "hand-off")));
    }

    @PostMapping("/hand-offs/{id}/progress")
    ResponseEntity<?> post(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody HandOff.Post body) {
        UUID handOff = PathIds.of(id, "hand-off");
        return writes.once(
                key,
                List.of("POST hand-off progress", handOff, body),
                actor -> Created.at(LIST, desk.post(handOff, body, actor), HandOff::id, HandOff::etag));
    }

    @PostMapping("/hand-offs/{id}/restoration")
    ResponseEntity<HandOff> restore(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody HandOff.Restoration body) {
        return tagged(desk.restore(
                PathIds.of(id, "hand-off"), body, VersionTag.read(ifMatch, "hand-off", "stale"), writes.actor()));
    }

    private static ResponseEntity<HandOff> tagged(HandOff thing) {
        return Writes.tagged(thing, HandOff::etag);
    }
}
