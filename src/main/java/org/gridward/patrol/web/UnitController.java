package org.gridward.patrol.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.UnitStatus;
import org.gridward.patrol.Units;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Patrol units over HTTP: who they are, where each was last, what today holds for one. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {

    /** What PUT takes; the code stands in the path. */
    record UnitBody(String nameZh, String nameEn, String gridCode, String kind) {}

    private final Units units;
    private final TrackLog log;
    private final Clock clock;
    private final ZoneId zone;
    private final OwnUnit ownUnit;

    UnitController(
            Units units,
            TrackLog log,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone,
            OwnUnit ownUnit) {
        this.units = units;
        this.log = log;
        this.clock = clock;
        this.zone = zone;
        this.ownUnit = ownUnit;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) String grid,
            @RequestParam(name = "limit", required = false) Integer wanted,
            @RequestParam(required = false) String cursor) {
        int limit = Limits.require(wanted);
        Optional<String> after = Optional.ofNullable(cursor).map(UnitController::code);
        List<UnitStatus> found = ownUnit.only()
                .map(own -> units.find(own).stream().toList())
                .orElseGet(() -> units.list(Optional.ofNullable(grid), after, limit + 1));
        boolean more = found.size() > limit;
        List<UnitStatus> page = more ? found.subList(0, limit) : found;
        Instant now = clock.instant();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items", page.stream().map(status -> UnitJson.of(status, now)).toList());
        answer.put("next", more ? next(grid, limit, page.get(limit - 1).unit().code()) : null);
        return answer;
    }

    @GetMapping("/{code}")
    ResponseEntity<Map<String, Object>> get(@PathVariable String code) {
        ownUnit.require(code);
        return tagged(units.get(code));
    }

    /** Stores a unit, or with If-Match changes the one with its code: the same request twice does the same as once. */
    @PutMapping("/{code}")
    ResponseEntity<Map<String, Object>> save(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody UnitBody body) {
        Unit unit = new Unit(code, body.nameZh(), body.nameEn(), body.gridCode(), UnitKind.of(body.kind()));
        return tagged(units.save(unit, ifMatch == null ? null : VersionTag.read(ifMatch, "unit", "stale-unit")));
    }

    /** The tag is of the unit and of where it was last: what is kept of it goes stale when it moves. */
    private ResponseEntity<Map<String, Object>> tagged(UnitStatus status) {
        String moved = status.position().map(at -> "." + at.t().toEpochMilli()).orElse("");
        return ResponseEntity.ok()
                .eTag("\"" + status.version() + moved + "\"")
                .body(UnitJson.of(status, clock.instant()));
    }

    /** Today (of the city's time zone) for one unit: its grid, its position, how many fixes it sent from each micro-grid. */
    @GetMapping("/{code}/today")
    Map<String, Object> today(@PathVariable String code) {
        ownUnit.require(code);
        UnitStatus status = units.get(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Map<String, Object> answer = UnitJson.of(status, clock.instant());
        answer.put("date", today);
        answer.put("zone", zone.getId());
        answer.put(
                "grids",
                log.summarise(
                        code, midnight, today.plusDays(1).atStartOfDay(zone).toInstant()));
        answer.put("tasks", "/api/v1/tasks?unit=" + code);
        return answer;
    }

    private static String next(String grid, int limit, String lastCode) {
        return UriComponentsBuilder.fromPath("/api/v1/units")
                .queryParamIfPresent("grid", Optional.ofNullable(grid))
                .queryParam("limit", limit)
                .queryParam(
                        "cursor",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(lastCode.getBytes(StandardCharsets.UTF_8)))
                .encode()
                .build()
                .toUriString();
    }

    private static String code(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw Problem.unreadable(
                    "cursor", "The cursor '" + cursor + "' is none of ours; follow the link next of the page before.");
        }
    }
}
