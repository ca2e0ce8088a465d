package org.gridward.incident.web;

import java.util.Map;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.TwinFinder;
import org.gridward.incident.Where;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks for incidents that are the same matter as a report, before it is filed. */
@RestController
@RequestMapping("/api/v1/incidents/duplicates")
class TwinController {

    private final TwinFinder finder;

    TwinController(TwinFinder finder) {
        this.finder = finder;
    }

    @GetMapping
    TwinFinder.Found around(
            @RequestParam String category,
            @RequestParam(required = false) Double lon,
            @RequestParam(required = false) Double lat,
            @RequestParam(required = false) Double accuracyMeters,
            @RequestParam(required = false) String address,
            @RequestParam(required = false) String placeCode,
            @RequestParam(required = false) String feeder) {
        Where where = new Where(lon, lat, null, accuracyMeters, address, placeCode, null, null, null, null);
        return finder.find(new ReportIncident(
                category, null, where, null, null, null, feeder == null ? null : Map.of("feeder", feeder)));
    }

    /** As {@link #around}, with the report as it would be filed. */
    @PostMapping
    TwinFinder.Found of(@RequestBody ReportIncident draft) {
        return finder.find(draft);
    }
}
