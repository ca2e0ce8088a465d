package org.gridward.incident.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.incident.NewPlaybook;
import org.gridward.incident.Playbook;
import org.gridward.incident.Playbooks;
import org.gridward.platform.Idempotency;
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

/** The procedures learnt from cases. */
@RestController
@RequestMapping("/api/v1/playbooks")
class PlaybookController {

    private final Playbooks playbooks;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    PlaybookController(Playbooks playbooks, Idempotency idempotency, CurrentUser currentUser) {
        this.playbooks = playbooks;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(playbooks.list(), Playbook::code, limit, cursor, "/api/v1/playbooks")
                .body(playbook -> playbook);
    }

    @GetMapping("/{code}")
    ResponseEntity<Playbook> get(@PathVariable String code) {
        Playbook playbook = playbooks
                .find(code)
                .orElseThrow(() -> Problem.notFound("unknown-playbook", "There is no playbook '" + code + "'."));
        return ResponseEntity.ok().eTag("\"" + playbook.version() + "\"").body(playbook);
    }

    @PostMapping
    ResponseEntity<?> add(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewPlaybook wanted) {
        Actor actor = Editors.wholeCity(currentUser.get());
        return idempotency.once(key, actor.name(), List.of("POST /playbooks", wanted), () -> {
            Playbook stored = playbooks.add(wanted, actor.name());
            return ResponseEntity.created(URI.create("/api/v1/playbooks/" + stored.code()))
                    .eTag("\"" + stored.version() + "\"")
                    .body(stored);
        });
    }
}
