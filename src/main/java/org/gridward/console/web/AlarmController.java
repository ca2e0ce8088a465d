package org.gridward.console.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.console.alarm.Alarms;
import org.gridward.console.alarm.Shelf;
import org.gridward.console.alarm.Shelves;
import org.gridward.console.alarm.Sounding;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms of the console: what sounded, who acknowledged it, what is shelved. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmController {

    private static final Duration DAY = Duration.ofDays(1);

    private final Alarms alarms;
    private final Shelves shelves;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    AlarmController(Alarms alarms, Shelves shelves, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.alarms = alarms;
        this.shelves = shelves;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @PostMapping("/soundings")
    ResponseEntity<?> sound(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Sounding.New body) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST soundings", body), () -> ResponseEntity.status(201)
                .body(alarms.sound(body, actor)));
    }

    /** What sounded in a time, the latest first; without one, in the last 24 hours. */
    @GetMapping("/soundings")
    Map<String, Object> soundings(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String seat,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Instant until = Objects.requireNonNullElseGet(Instants.parseOrNull(to, "/to"), clock::instant);
        Instant since = Objects.requireNonNullElseGet(Instants.parseOrNull(from, "/from"), () -> until.minus(DAY));
        return ListPage.cut(
                        alarms.soundings(since, until, seat),
                        one -> one.id().toString(),
                        limit,
                        cursor,
                        "/api/v1/alarms/soundings?from=" + since + "&to=" + until)
                .body(one -> one);
    }

    @PostMapping("/acknowledgements")
    ResponseEntity<?> acknowledge(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Sounding.New body) {
        Actor actor = currentUser.get();
        return idempotency.once(
                key, actor.name(), List.of("POST acknowledgements", body), () -> ResponseEntity.status(201)
                        .body(alarms.acknowledge(body, actor)));
    }

    /** Who took note of what since an instant; without one, in the last 24 hours. */
    @GetMapping("/acknowledgements")
    Map<String, Object> acknowledgements(
            @RequestParam(required = false) String since,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Instant from = Objects.requireNonNullElseGet(
                Instants.parseOrNull(since, "/since"), () -> clock.instant().minus(DAY));
        return ListPage.cut(
                        alarms.acknowledgements(from),
                        one -> one.kind() + " " + one.member(),
                        limit,
                        cursor,
                        "/api/v1/alarms/acknowledgements?since=" + from)
                .body(one -> one);
    }

    /** The console stands open at this seat now. */
    @PutMapping("/seats/{seat}")
    ResponseEntity<Void> watch(@PathVariable String seat) {
        alarms.watch(seat, currentUser.get());
        return ResponseEntity.noContent().build();
    }

    /** The shelves that stand; {@code open=false}: those that have ended too. */
    @GetMapping("/shelves")
    Map<String, Object> shelves(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        shelves.list(open),
                        one -> one.id().toString(),
                        limit,
                        cursor,
                        "/api/v1/alarms/shelves?open=" + open)
                .body(one -> one);
    }

    @GetMapping("/shelves/{id}")
    ResponseEntity<Shelf> shelf(@PathVariable UUID id) {
        return tagged(shelves.get(id));
    }

    @PostMapping("/shelves")
    ResponseEntity<?> shelve(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Shelf.New body) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST shelves", body), () -> {
            Shelf made = shelves.add(body, actor);
            return ResponseEntity.status(201).eTag(made.etag()).body(made);
        });
    }

    @PostMapping("/shelves/{id}/end")
    ResponseEntity<Shelf> end(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        return tagged(shelves.end(id, VersionTag.read(ifMatch, "shelf", "stale"), currentUser.get()));
    }

    private static ResponseEntity<Shelf> tagged(Shelf shelf) {
        return ResponseEntity.ok().eTag(shelf.etag()).body(shelf);
    }
}
