package org.gridward.cooperation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.CallDepartments;
import org.gridward.cooperation.WhistleBook;
import org.gridward.cooperation.WhistleCall;
import org.gridward.cooperation.WhistleDesk;
import org.gridward.platform.IdPage;
import org.gridward.platform.Instants;
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

/** Whistles over HTTP: call departments, write down their arrival and result, read how they answered. */
@RestController
@RequestMapping("/api/v1")
class WhistleController {

    private static final List<String> STATES = List.of("OPEN", "LATE", "ENDED");

    private final WhistleDesk desk;
    private final WhistleBook book;
    private final Writes writes;
    private final Clock clock;

    WhistleController(WhistleDesk desk, WhistleBook book, Writes writes, Clock clock) {
        this.desk = desk;
        this.book = book;
        this.writes = writes;
        this.clock = clock;
    }

    @PostMapping("/incidents/{id}/whistles")
    ResponseEntity<?> call(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody CallDepartments body) {
        UUID incident = PathIds.incident(id);
        return writes.once(
                key,
                List.of("POST whistles", incident, body),
                actor -> Writes.created(Map.of("items", desk.call(incident, body, actor))));
    }

    @GetMapping("/incidents/{id}/whistles")
    Map<String, Object> ofIncident(@PathVariable String id) {
        return Map.of("items", book.list(new WhistleBook.Filter(PathIds.incident(id), null, null), null, 1_000));
    }

    /** The calls of a department or of all, the latest first; state is OPEN, LATE or ENDED. */
    @GetMapping("/whistle-calls")
    Map<String, Object> list(
            @RequestParam(required = false) String department,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        String word = Writes.state(state, STATES, "whistle call");
        IdPage page = new IdPage(limit, cursor);
        Map<String, Object> query = new HashMap<>();
        query.put("department", department);
        query.put("state", word);
        return page.body(
                book.list(new WhistleBook.Filter(null, department, word), page.before(), page.rows() + 1),
                WhistleCall::id,
                "/api/v1/whistle-calls",
                query);
    }

    @GetMapping("/whistle-calls/{id}")
    ResponseEntity<WhistleCall> get(@PathVariable String id) {
        return tagged(book.get(callId(id)));
    }

    @PostMapping("/whistle-calls/{id}/arrival")
    ResponseEntity<WhistleCall> arrive(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody WhistleDesk.Arrival body) {
        return tagged(desk.arrive(callId(id), body, VersionTag.read(ifMatch, "call", "stale"), writes.actor()));
    }

    @PostMapping("/whistle-calls/{id}/result")
    ResponseEntity<WhistleCall> end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody WhistleDesk.Ending body) {
        return tagged(desk.end(callId(id), body, VersionTag.read(ifMatch, "call", "stale"), writes.actor()));
    }

    /** The arrival rate of each department over the calls of a time, the last 90 days when not said. */
    @GetMapping("/whistle-arrivals")
    Map<String, Object> arrivals(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String department) {
        Instant until = to == null || to.isBlank() ? clock.instant() : Instants.parse(to, "/to");
        Instant since =
                from == null || from.isBlank() ? until.minus(Duration.ofDays(90)) : Instants.parse(from, "/from");
        return Map.of("from", since, "to", until, "items", book.rates(since, until, department));
    }

    private static UUID callId(String id) {
        return PathIds.of(id, "whistle call");
    }

    private static ResponseEntity<WhistleCall> tagged(WhistleCall thing) {
        return Writes.tagged(thing, WhistleCall::etag);
    }
}
