package org.gridward.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.FollowUps;
import org.gridward.incident.CaseFile;
import org.gridward.platform.IdPage;
import org.gridward.platform.Idempotency;
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

/** What is to be done about incidents later, by whom and when. */
@RestController
@RequestMapping("/api/v1")
class FollowUpController {

    /** {@code to}: unit/CODE, a department or a grid; left out: whoever answers in the incident's grid at that time. */
    record NewFollowUp(String text, Instant due, String to) {}

    private final FollowUps followUps;
    private final CaseFile cases;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    FollowUpController(FollowUps followUps, CaseFile cases, Idempotency idempotency, CurrentUser currentUser) {
        this.followUps = followUps;
        this.cases = cases;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping("/incidents/{id}/follow-ups")
    Map<String, List<FollowUps.FollowUp>> of(@PathVariable UUID id) {
        cases.read(id, currentUser.get());
        return Map.of("items", followUps.list(id, false));
    }

    @GetMapping("/follow-ups")
    Map<String, Object> all(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        return page.body(
                followUps.page(open, page.before(), page.rows() + 1),
                FollowUps.FollowUp::id,
                "/api/v1/follow-ups",
                Map.of("open", open));
    }

    @PostMapping("/incidents/{id}/follow-ups")
    ResponseEntity<?> add(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewFollowUp body) {
        Actor actor = currentUser.get();
        return idempotency.once(
                key, actor.name(), List.of("POST follow-ups", id, body), () -> ResponseEntity.status(201)
                        .body(followUps.add(id, body.text(), body.due(), body.to(), actor)));
    }

    @PostMapping("/follow-ups/{id}/done")
    ResponseEntity<Void> done(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        followUps.done(id, VersionTag.read(ifMatch, "follow-up", "stale-follow-up"), currentUser.get());
        return ResponseEntity.noContent().build();
    }
}
