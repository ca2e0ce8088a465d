package org.gridward.border.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.border.BorderRisk;
import org.gridward.border.BorderRiskDesk;
import org.gridward.border.RiskyBorder;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The riskiest borders of a layer over HTTP. */
@RestController
class BorderRiskController {

    private static final double MOST_METERS = 1_000;

    private final BorderRiskDesk desk;

    BorderRiskController(BorderRiskDesk desk) {
        this.desk = desk;
    }

    /** Ranks by the cases of a span of time; {@code accuracyMeters} stands in for the accuracy that a case came without. */
    @GetMapping("/api/v1/layers/{layer}/border-risk")
    Map<String, Object> rank(
            @PathVariable String layer,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(defaultValue = "20") double accuracyMeters) {
        if (!(accuracyMeters >= 0 && accuracyMeters <= MOST_METERS)) {
            throw Problem.unreadable(
                            "accuracy", "accuracyMeters " + accuracyMeters + " is not from 0 to " + MOST_METERS + ".")
                    .with("/accuracyMeters", Fault.range(0, MOST_METERS), "from 0 to " + MOST_METERS);
        }
        return view(desk.rank(
                layer,
                Instants.parseOrNull(from, "/from"),
                Instants.parseOrNull(to, "/to"),
                accuracyMeters,
                Limits.require(limit),
                Instants.parseOrNull(at, "/at"),
                Instants.parseOrNull(knownAt, "/knownAt")));
    }

    private static Map<String, Object> view(BorderRisk risk) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", risk.layer());
        view.put("edition", risk.edition());
        view.put("from", risk.from());
        view.put("to", risk.to());
        view.put("formulaVersion", RiskyBorder.FORMULA_VERSION);
        view.put("defaultAccuracyMeters", risk.defaultAccuracyMeters());
        view.put("medianHours", risk.medianHours());
        view.put("arcs", risk.arcs());
        Map<String, Object> receipt = risk.receipt().fields();
        receipt.put("near", risk.near());
        receipt.put("away", risk.away());
        view.put("receipt", receipt);
        view.put("items", risk.ranked().stream().map(BorderRiskController::item).toList());
        return view;
    }

    private static Map<String, Object> item(RiskyBorder border) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rank", border.rank());
        view.put("left", border.left());
        view.put("right", border.right());
        view.put("index", border.index());
        view.put("lengthMeters", border.lengthMeters());
        view.put("cases", border.cases());
        view.put("returns", border.returns());
        view.put("handOvers", border.handOvers());
        view.put("joint", border.joint());
        view.put("hoursLost", border.hoursLost());
        view.put("geometry", GeoJson.toMap(border.line()));
        view.put("shift", border.shift() == null ? null : shift(border.shift()));
        return view;
    }

    private static Map<String, Object> shift(RiskyBorder.Shift shift) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", shift.kind());
        view.put("nameZh", shift.nameZh());
        view.put("nameEn", shift.nameEn());
        view.put("meanMeters", shift.meanMeters());
        view.put("onEdge", shift.onEdge());
        view.put("geometry", shift.line() == null ? null : GeoJson.toMap(shift.line()));
        return view;
    }
}
