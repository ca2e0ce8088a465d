package org.gridward.grid.web;

import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionId;
import org.gridward.grid.Editions;
import org.gridward.grid.MoveEdition;
import org.gridward.grid.RetireEdition;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
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

    private static final int MOST_REASON = 2_000;

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
        Instant from = instant(body, "validFrom")
                .orElseThrow(() -> missing("validFrom", "the instant at which the edition ends"));
        RetireEdition wanted = new RetireEdition(layer, from, reason(body));
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
                instant(body, "validFrom"),
                instant(body, "validUntil"),
                body.path("validUntil").isNull(),
                reason(body));
        return idempotency.once(key, user.getName(), List.of("move", layer, id, body), () -> {
            Edition moved = editions.move(wanted, user.getName());
            return ResponseEntity.created(URI.create("/api/v1/layers/" + layer + "/editions/" + moved.id()))
                    .eTag(EditionJson.tag(moved))
                    .body(EditionJson.view(moved));
        });
    }

    private static Optional<Instant> instant(JsonNode body, String member) {
        JsonNode node = body.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Instants.parse(node.isString() ? node.asString() : node.toString(), "/" + member));
    }

    private static String reason(JsonNode body) {
        String reason = body.path("reason").asString("").strip();
        if (reason.isEmpty()) {
            throw missing("reason", "why, in a sentence that will be read in years");
        }
        if (reason.length() > MOST_REASON) {
            throw Problem.unprocessable(
                            "reason",
                            "The reason has " + reason.length() + " characters; use at most " + MOST_REASON + ".")
                    .with("/reason", "too long");
        }
        return reason;
    }

    private static Problem missing(String member, String what) {
        return Problem.unprocessable(
                        "missing-" + member.toLowerCase(java.util.Locale.ROOT), "Send '" + member + "': " + what + ".")
                .with("/" + member, "missing");
    }
}
