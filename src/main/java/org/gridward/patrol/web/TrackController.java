package org.gridward.patrol.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.TrackPoint;
import org.gridward.platform.Idempotency;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tracks over HTTP: batches of fixes in, GeoJSON out. */
@RestController
@RequestMapping("/api/v1/tracks")
class TrackController {

    private final TrackLog log;
    private final Idempotency idempotency;
    private final Clock clock;
    private final OwnUnit ownUnit;

    TrackController(TrackLog log, Idempotency idempotency, Clock clock, OwnUnit ownUnit) {
        this.log = log;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ownUnit = ownUnit;
    }

    @PostMapping
    ResponseEntity<?> record(
            @RequestBody JsonNode body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        TrackBody track = TrackBody.of(body);
        Actor sender = ownUnit.require(track.unit());
        if (key == null || key.isBlank()) {
            return send(track);
        }
        return idempotency.once(key, sender.name(), List.of("POST /tracks", body), () -> send(track));
    }

    /** Without a key this runs in the log's own transaction: sending a batch again changes nothing anyway. */
    private ResponseEntity<?> send(TrackBody track) {
        return ResponseEntity.ok(track.receipt(log.record(track.unit(), track.fixes(), track.datum())));
    }

    @GetMapping
    ResponseEntity<Map<String, Object>> read(
            @RequestParam String unit,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        ownUnit.require(unit);
        TrackQuery query = TrackQuery.of(unit, from, to, limit, cursor, clock);
        boolean firstPage = query.after() == null;
        Instant start = firstPage ? query.from() : query.after();
        List<TrackPoint> found = log.read(unit, start, query.to(), query.limit() + (firstPage ? 1 : 2));
        // A later page starts at the last fix of the page before: read for the step from it, shown there.
        List<TrackPoint> rows = firstPage || found.isEmpty() ? found : found.subList(1, found.size());
        boolean more = rows.size() > query.limit();
        List<TrackPoint> page = more ? rows.subList(0, query.limit()) : rows;
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", TrackJson.features(unit, page));
        collection.put("next", more ? query.next(page.get(page.size() - 1).fix().t()) : null);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/geo+json"))
                .body(collection);
    }
}
