package org.gridward.grid.web;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.grid.BorderDecision;
import org.gridward.grid.BorderDecisions;
import org.gridward.grid.DecideBorder;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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

/** Recorded decisions on who owns a border. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/border-decisions")
class BorderDecisionController {

    private static final int MOST_POSITIONS = 10_000;

    private final BorderDecisions decisions;
    private final Idempotency idempotency;
    private final Clock clock;

    BorderDecisionController(BorderDecisions decisions, Idempotency idempotency, Clock clock) {
        this.decisions = decisions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** All decisions, ended ones too; with {@code at} only those that hold then. */
    @GetMapping
    Map<String, Object> list(
            @PathVariable String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Instant when = Instants.parseOrNull(at, "/at");
        List<BorderDecision> found = decisions.list(layer, KnownAt.of(knownAt)).stream()
                .filter(decision -> when == null || holds(decision, when))
                .toList();
        String path = KnownAt.path("/api/v1/layers/" + layer + "/border-decisions", KnownAt.of(knownAt));
        String whole = when == null ? path : path + (path.contains("?") ? "&" : "?") + "at=" + when;
        return ListPage.cut(found, decision -> decision.id().toString(), limit, cursor, whole)
                .body(BorderDecisionController::view);
    }

    private static boolean holds(BorderDecision decision, Instant when) {
        return decision.periods().stream()
                .anyMatch(period -> !when.isBefore(period.from())
                        && period.until().map(when::isBefore).orElse(true));
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(
            @PathVariable String layer, @PathVariable String id, @RequestParam(required = false) String knownAt) {
        return ok(decisions.get(layer, id(id), KnownAt.of(knownAt)));
    }

    /** Records that one of two grids owns their border. */
    @PostMapping
    ResponseEntity<?> decide(
            @PathVariable String layer,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        JsonNode codes = body.path("gridCodes");
        if (!codes.isArray() || codes.size() != 2) {
            throw Problem.unprocessable(
                            "grid-codes", "Send 'gridCodes': the codes of the two grids that share the border.")
                    .with("/gridCodes", Fault.count(2, 2), "not two codes");
        }
        DecideBorder wanted = new DecideBorder(
                layer,
                codes.get(0).asString(""),
                codes.get(1).asString(""),
                body.path("owner").asString(""),
                line(body.path("line")),
                Bodies.instant(body, "validFrom").orElseGet(clock::instant),
                Bodies.instant(body, "validUntil"),
                Bodies.reason(body));
        return idempotency.once(key, user.getName(), List.of("decide", layer, body), () -> {
            BorderDecision made = decisions.decide(wanted, user.getName());
            return created(made);
        });
    }

    /** Ends a decision at {@code validFrom}, by default now. */
    @PostMapping("/{id}/retirements")
    ResponseEntity<?> end(
            @PathVariable String layer,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        Instant from = Bodies.instant(body, "validFrom").orElseGet(clock::instant);
        String reason = Bodies.reason(body);
        return idempotency.once(key, user.getName(), List.of("end", layer, id, body), () -> {
            BorderDecision ended = decisions.end(layer, id(id), from, reason, user.getName());
            return created(ended);
        });
    }

    private static Optional<LineString> line(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Geometry read = GeoJson.read(node, "/line", MOST_POSITIONS);
        if (read instanceof LineString line) {
            return Optional.of(line);
        }
        throw Problem.unprocessable("line", "The line is a " + read.getGeometryType() + "; send a LineString.")
                .with("/line", Fault.SHAPE, "not a LineString");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.unreadable(
                    "border-decision-id", "'" + text + "' is not the id of a border decision (a UUID).");
        }
    }

    private static ResponseEntity<Map<String, Object>> ok(BorderDecision decision) {
        return ResponseEntity.ok().eTag(tag(decision)).body(view(decision));
    }

    private static ResponseEntity<Map<String, Object>> created(BorderDecision decision) {
        return ResponseEntity.created(
                        URI.create("/api/v1/layers/" + decision.layer() + "/border-decisions/" + decision.id()))
                .eTag(tag(decision))
                .body(view(decision));
    }

    private static String tag(BorderDecision decision) {
        return "\"" + decision.id() + "-"
                + Integer.toHexString(decision.periods().toString().hashCode()) + "\"";
    }

    private static Map<String, Object> view(BorderDecision decision) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", decision.id());
        view.put("layer", decision.layer());
        view.put("gridCodes", List.of(decision.codeA(), decision.codeB()));
        view.put("owner", decision.owner());
        view.put("line", decision.line().map(GeoJson::toMap).orElse(null));
        view.put("reason", decision.reason());
        view.put("decidedBy", decision.decidedBy());
        view.put("decidedAt", decision.decidedAt());
        view.put("valid", EditionJson.valid(decision.periods()));
        view.put("periods", EditionJson.periods(decision.history()));
        return view;
    }
}
