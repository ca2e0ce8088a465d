package org.gridward.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.dispatch.Arbitrations;
import org.gridward.dispatch.HandOverBook;
import org.gridward.dispatch.Rulings;
import org.gridward.incident.CaseFile;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.gridward.responsibility.Precedent;
import org.gridward.responsibility.Precedents;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who had a case before, cases that wait for a ruling, the ruling, and the precedents that rulings leave. */
@RestController
@RequestMapping("/api/v1")
class HandOverController {

    private static final int VERTICES_MOST = 2_000;

    /** Kept for further cases in this ground (a polygon), or within a radius of the case; for its category or for any. */
    record NewPrecedent(JsonNode shape, Double radiusMeters, Boolean anyCategory, Instant validFrom, Instant validTo) {}

    record NewRuling(String to, String reason, NewPrecedent precedent) {}

    record PrecedentJson(
            UUID id,
            Precedents.State state,
            String category,
            Map<String, Object> shape,
            String toLayer,
            String to,
            boolean department,
            String baseLayer,
            String baseEdition,
            String number,
            String reason,
            Instant madeAt,
            String madeBy,
            Instant validFrom,
            Instant validTo,
            String etag) {

        static PrecedentJson of(Precedents.Standing standing) {
            Precedent precedent = standing.precedent();
            return new PrecedentJson(
                    precedent.id(),
                    standing.state(),
                    precedent.category().isEmpty() ? null : precedent.category(),
                    GeoJson.toMap(precedent.shape()),
                    precedent.toLayer().isEmpty() ? null : precedent.toLayer(),
                    precedent.toCode(),
                    precedent.department(),
                    precedent.baseLayer(),
                    precedent.baseEdition(),
                    precedent.number(),
                    precedent.reason(),
                    precedent.madeAt(),
                    precedent.madeBy(),
                    standing.validFrom(),
                    standing.validTo(),
                    VersionTag.of(standing.version()));
        }
    }

    private final HandOverBook book;
    private final Arbitrations arbitrations;
    private final Rulings rulings;
    private final Precedents precedents;
    private final CaseFile cases;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    HandOverController(
            HandOverBook book,
            Arbitrations arbitrations,
            Rulings rulings,
            Precedents precedents,
            CaseFile cases,
            Idempotency idempotency,
            CurrentUser currentUser) {
        this.book = book;
        this.arbitrations = arbitrations;
        this.rulings = rulings;
        this.precedents = precedents;
        this.cases = cases;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping("/incidents/{id}/hand-overs")
    Map<String, List<HandOverBook.HandOver>> handOvers(@PathVariable UUID id) {
        cases.read(id, currentUser.get());
        return Map.of("items", book.of(id));
    }

    @GetMapping("/arbitrations")
    Map<String, Object> arbitrations(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        arbitrations.list(open),
                        row -> row.incidentId().toString(),
                        limit,
                        cursor,
                        "/api/v1/arbitrations?open=" + open)
                .body(row -> row);
    }

    @PostMapping("/incidents/{id}/ruling")
    ResponseEntity<?> rule(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewRuling body) {
        Actor actor = currentUser.get();
        int version = VersionTag.read(ifMatch, "incident", "stale-incident");
        check(body);
        NewPrecedent kept = body.precedent();
        Rulings.Ruling ruling = new Rulings.Ruling(
                body.to().strip(),
                body.reason().strip(),
                kept != null,
                kept == null || kept.shape() == null
                        ? null
                        : GeoJson.read(kept.shape(), "/precedent/shape", VERTICES_MOST),
                kept == null ? null : kept.radiusMeters(),
                kept != null && Boolean.TRUE.equals(kept.anyCategory()),
                kept == null ? null : kept.validFrom(),
                kept == null ? null : kept.validTo());
        return idempotency.once(key, actor.name(), List.of("POST ruling", id, body), () -> {
            rulings.rule(id, ruling, version, actor);
            return ResponseEntity.status(201).body(Map.of("incidentId", id, "to", ruling.to()));
        });
    }

    @GetMapping("/precedents")
    Map<String, Object> precedents(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        precedents.list(), row -> row.precedent().id().toString(), limit, cursor, "/api/v1/precedents")
                .body(PrecedentJson::of);
    }

    /** Says that a precedent which a new edition has overtaken still holds. */
    @PostMapping("/precedents/{id}/confirm")
    ResponseEntity<Void> confirm(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        precedents.confirm(id, VersionTag.read(ifMatch, "precedent", "stale-precedent"), currentUser.get());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/precedents/{id}/end")
    ResponseEntity<Void> end(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        precedents.end(id, VersionTag.read(ifMatch, "precedent", "stale-precedent"), currentUser.get());
        return ResponseEntity.noContent().build();
    }

    private static void check(NewRuling body) {
        Problem problem = Problem.unprocessable("ruling-not-acceptable", "The ruling cannot be taken as it is.");
        if (body.to() == null || body.to().isBlank()) {
            problem.with("/to", Fault.MISSING, "missing; send the code of a grid, layer/GRID, or a department.");
        }
        if (body.reason() == null || body.reason().isBlank() || body.reason().length() > 4_000) {
            problem.with("/reason", Fault.missingText(4_000), "send 1 to 4000 characters.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }
}
