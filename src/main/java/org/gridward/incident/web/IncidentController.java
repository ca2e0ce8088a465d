package org.gridward.incident.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.grid.GridMap;
import org.gridward.incident.Act;
import org.gridward.incident.Categories;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.IncidentDetail;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.Incidents;
import org.gridward.incident.QuickFix;
import org.gridward.incident.ReportIncident;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Incidents over HTTP: report, list, read, act. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {

    private final IncidentDesk desk;
    private final Incidents incidents;
    private final Categories categories;
    private final GridMap gridMap;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    IncidentController(
            IncidentDesk desk,
            Incidents incidents,
            Categories categories,
            GridMap gridMap,
            Idempotency idempotency,
            CurrentUser currentUser) {
        this.desk = desk;
        this.incidents = incidents;
        this.categories = categories;
        this.gridMap = gridMap;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @PostMapping
    ResponseEntity<?> report(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody ReportIncident report) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /incidents", report), () -> {
            IncidentReceipt receipt = desk.report(report, actor);
            return ResponseEntity.created(uri(receipt.incident().id()))
                    .eTag(VersionTag.of(receipt.version()))
                    .body(ReceiptJson.of(receipt));
        });
    }

    @PostMapping("/quick-fixes")
    ResponseEntity<?> fixed(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody QuickFix fix) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /incidents/quick-fixes", fix), () -> {
            UUID id = desk.fixed(fix, actor);
            IncidentDetail detail = incidents.get(id, actor);
            return ResponseEntity.created(uri(id))
                    .eTag(detail.incident().etag())
                    .body(detail);
        });
    }

    @GetMapping
    Map<String, Object> list(@ModelAttribute IncidentQuery query) {
        if (query.category() != null && !query.category().isBlank()) {
            categories.get(query.category());
        }
        if (query.layer() != null && !query.layer().isBlank()) {
            gridMap.layer(query.layer());
        }
        IncidentPage page = incidents.list(query.filter(), query.cursor(), Limits.require(query.limit()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.incidents());
        answer.put("cursor", page.cursor().orElse(null));
        answer.put("next", page.cursor().map(cursor -> next(query, cursor)).orElse(null));
        return answer;
    }

    @GetMapping("/{id}")
    ResponseEntity<IncidentDetail> get(@PathVariable String id) {
        IncidentDetail detail = incidents.get(id(id), currentUser.get());
        return ResponseEntity.ok().eTag(detail.incident().etag()).body(detail);
    }

    @PostMapping("/{id}/actions")
    ResponseEntity<IncidentDetail> act(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Act act) {
        UUID incident = id(id);
        desk.act(incident, act, VersionTag.read(ifMatch, "incident", "stale-incident"), currentUser.get());
        return get(id);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<IncidentDetail> undo(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        desk.undo(id(id), VersionTag.read(ifMatch, "incident", "stale-incident"), currentUser.get());
        return get(id);
    }

    record AnswerBody(String gridCode) {}

    @PostMapping("/{id}/answer")
    ResponseEntity<IncidentDetail> answer(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody AnswerBody body) {
        desk.answer(id(id), body.gridCode(), VersionTag.read(ifMatch, "incident", "stale-incident"), currentUser.get());
        return get(id);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-incident", "There is no incident '" + text + "'; ids are UUIDs.");
        }
    }

    private static URI uri(UUID id) {
        return URI.create("/api/v1/incidents/" + id);
    }

    private static String next(IncidentQuery query, String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/api/v1/incidents");
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("state", query.state());
        given.put("grid", query.grid());
        given.put("layer", query.layer());
        given.put("bbox", query.bbox());
        given.put("category", query.category());
        given.put("since", query.since());
        given.put("overdue", query.overdue());
        given.put("limit", query.limit());
        given.put("cursor", cursor);
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(given).toUriString();
    }
}
