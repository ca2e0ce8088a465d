package org.gridward.datum.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.datum.DatumGuard;
import org.gridward.datum.WatchedSource;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.DatumWatch;
import org.gridward.geodesy.DatumWatch.Verdict;
import org.gridward.platform.ListPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The datums that are read, how well they are converted, and what the guard thinks of each source. */
@RestController
class DatumController {

    private static final String SOURCES = "/api/v1/datum-guard/sources";

    private final DatumGuard guard;

    DatumController(DatumGuard guard) {
        this.guard = guard;
    }

    /** Each datum with the version of its conversion and the residuals in metres that tests measure. */
    @GetMapping("/api/v1/datums")
    Map<String, Object> datums() {
        return Map.of(
                "items",
                Arrays.stream(Datum.values()).map(DatumController::view).toList());
    }

    /** OK, SUSPECT or TOO_FEW for every source and the datum it names, the suspect ones first. */
    @GetMapping(SOURCES)
    Map<String, Object> sources(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        return ListPage.cut(guard.sources(), one -> one.source() + "\n" + one.tag(), limit, cursor, SOURCES)
                .body(DatumController::view);
    }

    private static Map<String, Object> view(Datum datum) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("datum", datum);
        view.put("conversion", datum.conversion());
        view.put("roundTripMeters", datum.roundTripMeters());
        view.put("publishedPointsMeters", datum.publishedPointsMeters());
        return view;
    }

    private static Map<String, Object> view(WatchedSource source) {
        Map<String, Object> view = new LinkedHashMap<>();
        boolean suspect = source.verdict() == Verdict.SUSPECT;
        view.put("source", source.source());
        view.put("datum", source.tag());
        view.put("verdict", source.verdict());
        view.put("fits", source.fits());
        view.put("doubt", suspect && source.doubt() == null ? "CONSTANT_OFFSET" : source.doubt());
        view.put("shiftMeters", suspect ? Math.hypot(source.eastMeters(), source.northMeters()) : null);
        view.put("eastMeters", source.eastMeters());
        view.put("northMeters", source.northMeters());
        view.put("score", source.score());
        view.put("limit", DatumWatch.LIMIT);
        view.put("reports", source.reports());
        view.put("spots", source.spots());
        view.put("firstSeen", source.firstSeen());
        view.put("lastSeen", source.lastSeen());
        view.put("suspectSince", source.suspectSince());
        return view;
    }
}
