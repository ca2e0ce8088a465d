package org.gridward.cooperation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.cooperation.Mediation;
import org.gridward.cooperation.MediationBook;
import org.gridward.cooperation.MediationDesk;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mediations over HTTP: open at a level, write down sessions, end with an agreement or without. */
@RestController
@RequestMapping("/api/v1")
class MediationController {

    private static final String LIST = "/api/v1/mediations";

    private final MediationDesk desk;
    private final MediationBook book;
    private final Writes writes;

    MediationController(MediationDesk desk, MediationBook book, Writes writes) {
        this.desk = desk;
        this.book = book;
        this.writes = writes;
    }

    @PostMapping("/incidents/{id}/mediations")
    ResponseEntity<?> open(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Mediation.Opening body) {
        UUID incident = PathIds.incident(id);
        return writes.once(
                key,
                List.of("POST mediations", incident, body),
                actor -> Created.at(LIST, desk.open(incident, body, actor), Mediation::id, Mediation::etag));
    }

    @GetMapping("/incidents/{id}/mediations")
    Map<String, Object> ofIncident(@PathVariable String id) {
        return Map.of("items", book.of(PathIds.incident(id)));
    }

    @GetMapping("/mediations/{id}")
    ResponseEntity<Mediation> get(@PathVariable String id) {
        return tagged(book.get(PathIds.of(id, "mediation")));
    }

    @PostMapping("/mediations/{id}/sessions")
    ResponseEntity<?> session(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Mediation.Session body) {
        UUID mediation = PathIds.of(id, "mediation");
        return writes.once(
                key,
                List.of("POST sessions", mediation, body),
                actor -> Created.at(LIST, desk.session(mediation, body, actor), Mediation::id, Mediation::etag));
    }

    @PostMapping("/mediations/{id}/result")
    ResponseEntity<Mediation> end(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Mediation.Ending body) {
        return tagged(desk.end(
                PathIds.of(id, "mediation"), body, VersionTag.read(ifMatch, "mediation", "stale"), writes.actor()));
    }

    private static ResponseEntity<Mediation> tagged(Mediation thing) {
        return Writes.tagged(thing, Mediation::etag);
    }
}
