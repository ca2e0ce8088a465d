package org.gridward.incident.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.incident.AddReporter;
import org.gridward.incident.Clusters;
import org.gridward.incident.IncidentReceipt;
import org.gridward.incident.ReporterDesk;
import org.gridward.incident.ReporterOf;
import org.gridward.platform.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everyone who reported one matter, and several matters with one cause. */
@RestController
@RequestMapping("/api/v1/incidents")
class ReporterController {

    private final ReporterDesk reporters;
    private final Clusters clusters;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    ReporterController(ReporterDesk reporters, Clusters clusters, Idempotency idempotency, CurrentUser currentUser) {
        this.reporters = reporters;
        this.clusters = clusters;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    record Reporters(List<ReporterOf> items) {}

    @GetMapping("/{id}/reporters")
    Reporters reporters(@PathVariable UUID id) {
        return new Reporters(reporters.of(id, currentUser.get()));
    }

    record Added(UUID incident, String number, String trackingCode, UUID into) {}

    @PostMapping("/{id}/reporters")
    ResponseEntity<?> add(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody AddReporter more) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /incidents/reporters", id, more), () -> {
            IncidentReceipt receipt = reporters.add(id, more, actor);
            return ResponseEntity.status(201)
                    .body(new Added(receipt.incident().id(), receipt.incident().number(), receipt.trackingCode(), id));
        });
    }

    record Found(List<Clusters.Found> items) {}

    @GetMapping("/clusters")
    Found clusters(
            @RequestParam String category,
            @RequestParam(defaultValue = "72") int hours,
            @RequestParam(defaultValue = "3") int least) {
        return new Found(clusters.find(category, hours, least));
    }

    @GetMapping("/{id}/children")
    Clusters.Family family(@PathVariable UUID id) {
        return clusters.of(id);
    }

    record Children(List<UUID> children) {}

    @PostMapping("/{id}/children")
    ResponseEntity<?> link(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Children below) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /incidents/children", id, below), () -> {
            clusters.link(id, below.children(), actor);
            return ResponseEntity.status(201).body(Map.of("parent", id, "children", below.children()));
        });
    }
}
