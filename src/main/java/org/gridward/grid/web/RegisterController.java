package org.gridward.grid.web;

import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionId;
import org.gridward.grid.Editions;
import org.gridward.grid.MoveEdition;
import org.gridward.grid.RetireEdition;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the register says of a layer's editions and when: retires them, corrects their times, lists what was said. */
@RestController
@RequestMapping("/api/v1/layers/{layer}")
class RegisterController {

    private final Editions editions;
    private final Idempotency idempotency;

    RegisterController(Editions editions, Idempotency idempotency) {
        this.editions = editions;
        this.idempotency = idempotency;
    }

    /** Everything said of the layer's editions, the newest first. */
    @GetMapping("/changes")
    Map<String, Object> changes(
            @PathVariable String layer,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        editions.changes(layer, KnownAt.of(knownAt)),
                        change -> change.knownFrom().toString(),
                        limit,
                        cursor,
                        KnownAt.path("/api/v1/layers/" + layer + "/changes", KnownAt.of(knownAt)))
                .body(EditionJson::view);
    }

    /** Ends the edition in force at {@code validFrom}; nothing follows it. */
    @PostMapping("/retirements")
    ResponseEntity<?> retire(
            @PathVariable String layer,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        Instant from = Bodies.instant(body, "validFrom")
                .orElseThrow(() -> Bodies.missing("validFrom", "the instant at which the edition ends"));
        RetireEdition wanted = new RetireEdition(layer, from, Bodies.reason(body));
        return idempotency.once(key, user.getName(), List.of("retire", layer, body), () -> {
            Edition ended = editions.retire(wanted, user.getName());
            return ResponseEntity.created(URI.create("/api/v1/layers/" + layer + "/editions/" + ended.id()))
                    .eTag(EditionJson.tag(ended))
                    .body(EditionJson.view(ended));
        });
    }

    /** Corrects when the edition began or ended; {@code "validUntil": null} takes an end back. */
    @PostMapping("/editions/{id}/periods")
    ResponseEntity<?> move(
            @PathVariable String layer,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        MoveEdition wanted = new MoveEdition(
                layer,
                EditionId.parse(id),
                Bodies.instant(body, "validFrom"),
                Bodies.instant(body, "validUntil"),
                body.path("validUntil").isNull(),
                Bodies.reason(body));
        return idempotency.once(key, user.getName(), List.of("move", layer, id, body), () -> {
            Edition moved = editions.move(wanted, user.getName());
            return ResponseEntity.created(URI.create("/api/v1/layers/" + layer + "/editions/" + moved.id()))
                    .eTag(EditionJson.tag(moved))
                    .body(EditionJson.view(moved));
        });
    }
}
