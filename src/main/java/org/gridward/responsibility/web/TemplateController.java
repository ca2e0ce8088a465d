package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.gridward.responsibility.LayerStaffing;
import org.gridward.responsibility.RoleTitle;
import org.gridward.responsibility.TeamTemplate;
import org.gridward.responsibility.TeamValidation;
import org.gridward.responsibility.TemplateDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Team templates, the layers that they staff, titles of roles, and which teams are not as their template says. */
@RestController
@RequestMapping("/api/v1")
class TemplateController {

    /** A role that leaves out least has 0, that leaves out wanted has least. */
    record NewRole(String role, Integer least, Integer most, Integer wanted, String nameZh, String nameEn) {}

    record NewTemplate(
            String code,
            String nameZh,
            String nameEn,
            String slogan,
            TeamTemplate.Counts counts,
            String meaningZh,
            String meaningEn,
            List<NewRole> roles) {}

    record NewStaffing(String layer, List<String> templates, Boolean paired, Instant validFrom, Instant validTo) {}

    record NewTitle(String role, String gridPrefix, String nameZh, String nameEn, Instant validFrom, Instant validTo) {}

    private final TemplateDesk desk;
    private final TeamValidation validation;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    TemplateController(
            TemplateDesk desk,
            TeamValidation validation,
            Idempotency idempotency,
            CurrentUser currentUser,
            Clock clock) {
        this.desk = desk;
        this.validation = validation;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping("/team-templates")
    Map<String, Object> templates(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(desk.templates(), TeamTemplate::code, limit, cursor, "/api/v1/team-templates")
                .body(template -> template);
    }

    @GetMapping("/layer-staffing")
    Map<String, Object> staffing(@RequestParam(required = false) String at) {
        return Map.of("items", desk.staffings(Asked.instant("at", at, clock.instant()), null));
    }

    /** Which teams are not as the template of their layer says. */
    @GetMapping("/teams/validation")
    Map<String, Object> validation(
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        String path = "/api/v1/teams/validation" + (layer == null ? "" : "?layer=" + layer);
        return ListPage.cut(
                        validation.check(
                                layer,
                                Asked.instant("at", at, clock.instant()),
                                Asked.instant("knownAt", knownAt, null)),
                        finding -> finding.layer() + " " + finding.gridCode(),
                        limit,
                        cursor,
                        path)
                .body(finding -> finding);
    }

    @PostMapping("/team-templates")
    ResponseEntity<?> add(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewTemplate body) {
        Actor actor = Editors.wholeCity(currentUser.get());
        TeamTemplate template = new TeamTemplate(
                body.code(),
                body.nameZh(),
                body.nameEn(),
                body.slogan(),
                Objects.requireNonNullElse(body.counts(), TeamTemplate.Counts.PEOPLE),
                body.meaningZh(),
                body.meaningEn(),
                Objects.requireNonNullElse(body.roles(), List.<NewRole>of()).stream()
                        .filter(Objects::nonNull)
                        .map(TemplateController::role)
                        .toList());
        return idempotency.once(key, actor.name(), List.of("POST /team-templates", body), () -> {
            desk.add(template, actor.name());
            return ResponseEntity.status(201).body(template);
        });
    }

    private static TeamTemplate.Role role(NewRole role) {
        int least = Objects.requireNonNullElse(role.least(), 0);
        return new TeamTemplate.Role(
                role.role(),
                least,
                role.most(),
                Objects.requireNonNullElse(role.wanted(), least),
                role.nameZh(),
                role.nameEn());
    }

    @PostMapping("/layer-staffing")
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewStaffing body) {
        Actor actor = Editors.wholeCity(currentUser.get());
        LayerStaffing staffing = new LayerStaffing(
                Objects.toString(body.layer(), ""),
                Objects.requireNonNullElse(body.templates(), List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                Boolean.TRUE.equals(body.paired()));
        return idempotency.once(key, actor.name(), List.of("POST /layer-staffing", body), () -> {
            desk.declare(staffing, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(staffing);
        });
    }

    @PostMapping("/role-titles")
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewTitle body) {
        Actor actor = Editors.of(currentUser.get(), body.gridPrefix());
        RoleTitle title = new RoleTitle(
                Objects.toString(body.role(), ""),
                Objects.toString(body.gridPrefix(), ""),
                body.nameZh(),
                body.nameEn());
        return idempotency.once(key, actor.name(), List.of("POST /role-titles", body), () -> {
            desk.declare(title, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(title);
        });
    }
}
