package org.gridward.evidence.web;

import java.util.List;
import java.util.UUID;
import org.gridward.access.CurrentUser;
import org.gridward.evidence.Hazards;
import org.gridward.evidence.Hazards.Measured;
import org.gridward.platform.Idempotency;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Measured hazards of an incident, and what the engineer found. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/hazards")
class HazardController {

    record Check(Boolean safe, String result) {}

    private final Hazards hazards;
    private final CurrentUser currentUser;
    private final Idempotency idempotency;

    HazardController(Hazards hazards, CurrentUser currentUser, Idempotency idempotency) {
        this.hazards = hazards;
        this.currentUser = currentUser;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<?> measure(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Measured measured) {
        return idempotency.once(
                key, currentUser.get().name(), List.of("hazard", id, measured), () -> ResponseEntity.status(201)
                        .body(hazards.measure(id, measured, currentUser.get())));
    }

    @PostMapping("/{hazard}/check")
    ResponseEntity<Void> check(
            @PathVariable UUID id,
            @PathVariable UUID hazard,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Check check) {
        int seen = VersionTag.read(ifMatch, "hazard", "stale-hazard");
        hazards.check(id, hazard, check.safe(), check.result(), seen, currentUser.get());
        return ResponseEntity.noContent().build();
    }
}
