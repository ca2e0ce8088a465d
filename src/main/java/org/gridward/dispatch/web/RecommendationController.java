package org.gridward.dispatch.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.Assigner;
import org.gridward.dispatch.pick.Recommendation;
import org.gridward.dispatch.pick.Recommender;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who should go to an incident and why; and sending them. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
class RecommendationController {

    /** Either the unit that is to lead, or the helpers: {@code unit/CODE}, departments or grids. */
    record Assignment(String unit, List<String> helpers, String reason) {}

    private final Recommender recommender;
    private final Assigner assigner;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    RecommendationController(
            Recommender recommender, Assigner assigner, Idempotency idempotency, CurrentUser currentUser) {
        this.recommender = recommender;
        this.assigner = assigner;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping("/recommendation")
    Recommendation recommendation(@PathVariable UUID id) {
        return recommender.recommend(id, currentUser.get());
    }

    @PostMapping("/assign")
    ResponseEntity<?> assign(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Assignment body) {
        Actor actor = currentUser.get();
        int version = VersionTag.read(ifMatch, "incident", "stale-incident");
        if ((body.unit() == null) == (body.helpers() == null)) {
            throw Problem.unprocessable("assignment-form", "Send either unit, who is to lead, or helpers.")
                    .with("/unit", Fault.EITHER, "exactly one of unit and helpers");
        }
        String reason = Objects.toString(body.reason(), "").strip();
        if (reason.isEmpty() || reason.length() > 4_000) {
            throw Problem.unprocessable("assignment-form", "An assignment says why.")
                    .with("/reason", Fault.missingText(4_000), "send 1 to 4000 characters.");
        }
        return idempotency.once(key, actor.name(), List.of("POST assign", id, body), () -> {
            if (body.unit() != null) {
                assigner.lead(id, body.unit(), reason, version, actor);
            } else {
                assigner.helpers(
                        id, body.helpers().stream().filter(Objects::nonNull).toList(), reason, version, actor);
            }
            return ResponseEntity.status(201).body(Map.of("incidentId", id));
        });
    }
}
