package org.gridward.console.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.console.handover.Handover;
import org.gridward.console.handover.Handovers;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
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

/** Shift handovers: the present one as it would be, those that were written, and signing them. */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverController {

    private final Handovers handovers;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    HandoverController(Handovers handovers, Idempotency idempotency, CurrentUser currentUser) {
        this.handovers = handovers;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** What the shift since an instant (since the last handover, where none is given) would hand over now. */
    @GetMapping("/present")
    Handover present(@RequestParam(required = false) String since) {
        return handovers.present(Instants.parseOrNull(since, "/since"), currentUser.get());
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(handovers.list(), one -> one.id().toString(), limit, cursor, "/api/v1/handovers")
                .body(one -> one);
    }

    @GetMapping("/{id}")
    ResponseEntity<Handover> get(@PathVariable UUID id) {
        return tagged(handovers.get(id));
    }

    @PostMapping
    ResponseEntity<?> write(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Handover.New body) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST handovers", body), () -> {
            Handover written = handovers.write(body, actor);
            return ResponseEntity.status(201).eTag(written.etag()).body(written);
        });
    }

    @PostMapping("/{id}/sign")
    ResponseEntity<Handover> sign(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        return tagged(handovers.sign(id, VersionTag.read(ifMatch, "handover", "stale"), currentUser.get()));
    }

    private static ResponseEntity<Handover> tagged(Handover handover) {
        return ResponseEntity.ok().eTag(handover.etag()).body(handover);
    }
}
