package org.gridward.notice.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.incident.CaseFile;
import org.gridward.notice.PostProgress;
import org.gridward.notice.Progress;
import org.gridward.notice.ProgressDesk;
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

/** Posts about how a case goes, which its reporter reads on the status page. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/progress")
class ProgressController {

    private final ProgressDesk desk;
    private final CaseFile cases;
    private final Idempotency idempotency;
    private final CurrentUser user;

    ProgressController(ProgressDesk desk, CaseFile cases, Idempotency idempotency, CurrentUser user) {
        this.desk = desk;
        this.cases = cases;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable UUID id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        cases.read(id);
        return ListPage.cut(
                        desk.list(id),
                        one -> one.id().toString(),
                        limit,
                        cursor,
                        "/api/v1/incidents/" + id + "/progress")
                .body((Progress one) -> one);
    }

    @PostMapping
    ResponseEntity<?> post(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody PostProgress post) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST progress", id, post), () -> ResponseEntity.status(201)
                .body(desk.post(id, post, actor)));
    }
}
