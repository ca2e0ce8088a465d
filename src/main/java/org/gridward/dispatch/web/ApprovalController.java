package org.gridward.dispatch.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.Approval;
import org.gridward.dispatch.ApprovalDesk;
import org.gridward.dispatch.Approvals;
import org.gridward.incident.CaseFile;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asking to stop or extend the clocks of an incident, and deciding about it. */
@RestController
class ApprovalController {

    record Decision(String decision, String note) {}

    private final ApprovalDesk desk;
    private final Approvals approvals;
    private final CaseFile cases;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    ApprovalController(
            ApprovalDesk desk, Approvals approvals, CaseFile cases, Idempotency idempotency, CurrentUser currentUser) {
        this.desk = desk;
        this.approvals = approvals;
        this.cases = cases;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** What waits for a decision anywhere; state=ALL: everything, the latest first. */
    @GetMapping("/api/v1/approvals")
    Map<String, Object> waiting(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        boolean all = "ALL".equals(state);
        return page(approvals.list(null, !all), limit, cursor, "/api/v1/approvals" + (all ? "?state=ALL" : ""));
    }

    @GetMapping("/api/v1/incidents/{id}/approvals")
    Map<String, Object> list(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        UUID incident = Paths.incident(id);
        cases.read(incident);
        return page(desk.of(incident), limit, cursor, "/api/v1/incidents/" + incident + "/approvals");
    }

    @PostMapping("/api/v1/incidents/{id}/approvals")
    ResponseEntity<?> ask(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody ApprovalDesk.Ask ask) {
        UUID incident = Paths.incident(id);
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /approvals", incident, ask), () -> {
            Approval approval = desk.ask(incident, ask, actor);
            return ResponseEntity.created(URI.create("/api/v1/incidents/" + incident + "/approvals/" + approval.id()))
                    .eTag(approval.etag())
                    .body(approval);
        });
    }

    @PostMapping("/api/v1/incidents/{id}/approvals/{approval}")
    ResponseEntity<Approval> decide(
            @PathVariable String id,
            @PathVariable String approval,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Decision decision) {
        Approval decided = desk.decide(
                Paths.incident(id),
                Paths.number(approval),
                decision.decision(),
                decision.note(),
                VersionTag.read(ifMatch, "approval", "stale"),
                currentUser.get());
        return ResponseEntity.ok().eTag(decided.etag()).body(decided);
    }

    private static Map<String, Object> page(List<Approval> all, Integer limit, String cursor, String path) {
        return ListPage.cut(all, approval -> String.valueOf(approval.id()), limit, cursor, path)
                .body(approval -> approval);
    }
}
