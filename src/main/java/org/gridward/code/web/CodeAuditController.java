package org.gridward.code.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.code.AuditReport;
import org.gridward.code.CodeAudit;
import org.gridward.code.CodeFinding;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit of a layer's codes against the ground. */
@RestController
class CodeAuditController {

    private final CodeAudit audit;
    private final Clock clock;

    CodeAuditController(CodeAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Totals of every finding and the first {@code limit} (all of a usual layer), errors first. */
    @GetMapping("/api/v1/layers/{layer}/code-audit")
    Map<String, Object> audit(
            @PathVariable String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit) {
        int most = limit == null ? Limits.MAX : Limits.require(limit);
        Instant when = Optional.ofNullable(Instants.parseOrNull(at, "/at")).orElseGet(clock::instant);
        Instant known = Instants.parseOrNull(knownAt, "/knownAt");
        AuditReport report = audit.run(layer, when, known);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("layer", layer);
        body.put("edition", report.edition());
        body.put("at", report.at());
        body.put("knownAt", known);
        body.put("scheme", report.scheme().id());
        body.put("schemeVersion", report.scheme().version());
        body.put("parentLayer", report.parentLayer());
        body.put("grids", report.grids());
        body.put("totals", totals(report));
        body.put(
                "findings",
                report.findings().stream()
                        .limit(most)
                        .map(CodeAuditController::view)
                        .toList());
        return body;
    }

    private static Map<String, Object> totals(AuditReport report) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("findings", report.findings().size());
        totals.put("errors", report.errors());
        totals.put("notices", report.findings().size() - report.errors());
        totals.put("byKind", report.byKind());
        return totals;
    }

    private static Map<String, Object> view(CodeFinding finding) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", finding.kind());
        view.put("severity", finding.severity());
        view.put("codes", List.copyOf(finding.codes()));
        view.put("message", finding.message());
        view.put("location", GeoJson.toMap(finding.place()));
        view.put("areaSquareMeters", finding.areaSquareMeters());
        return view;
    }
}
