package org.gridward.cooperation.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.cooperation.DeliberationTemplates;
import org.gridward.cooperation.Template;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The templates of deliberations over HTTP. */
@RestController
@RequestMapping("/api/v1/deliberation-templates")
class DeliberationTemplateController {

    private static final String LIST = "/api/v1/deliberation-templates";

    private final DeliberationTemplates templates;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    DeliberationTemplateController(DeliberationTemplates templates, Idempotency idempotency, CurrentUser currentUser) {
        this.templates = templates;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(templates.list(), Template::code, limit, cursor, LIST)
                .body(template -> template);
    }

    /** Makes a template or a further version of it; in every step exactly one seat is accountable. */
    @PostMapping
    ResponseEntity<?> make(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody Template body) {
        Actor actor = currentUser.get();
        return idempotency.once(
                key, actor.name(), List.of("POST templates", body), () -> ResponseEntity.created(URI.create(LIST))
                        .body(templates.make(body, actor)));
    }
}
