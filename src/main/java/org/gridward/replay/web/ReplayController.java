package org.gridward.replay.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.replay.PastDetail;
import org.gridward.replay.ReplayDesk;
import org.gridward.replay.Snapshot;
import org.gridward.replay.StateHash;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stood at a past second, over HTTP. */
@RestController
@RequestMapping("/api/v1/replay")
class ReplayController {

    private final ReplayDesk desk;

    ReplayController(ReplayDesk desk) {
        this.desk = desk;
    }

    /** Cases, units and editions of a second. */
    @GetMapping
    Snapshot snapshot(@RequestParam(required = false) String at) {
        return desk.snapshot(at(at));
    }

    /** The digests of a second: asked now or in a year, they are the same once the second is settled. */
    @GetMapping("/hash")
    StateHash hash(@RequestParam(required = false) String at) {
        return desk.hash(at(at));
    }

    /** One case at a second. */
    @GetMapping("/incidents/{id}")
    PastDetail incident(@PathVariable String id, @RequestParam(required = false) String at) {
        return desk.incident(id(id), at(at));
    }

    /** The ways of all units in the minutes before a second. */
    @GetMapping("/tracks")
    Map<String, List<ReplayDesk.Way>> tracks(
            @RequestParam(required = false) String at, @RequestParam(defaultValue = "10") int minutes) {
        return Map.of("items", desk.ways(at(at), Duration.ofMinutes(minutes)));
    }

    /** How many cases were reported in the parts of a span. */
    @GetMapping("/histogram")
    ReplayDesk.Histogram histogram(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(defaultValue = "120") int parts) {
        return desk.histogram(time(from, "from"), time(to, "to"), parts);
    }

    private static Instant at(String text) {
        return time(text, "at");
    }

    private static Instant time(String text, String name) {
        Instant time = Instants.parseOrNull(text, "/" + name);
        if (time == null) {
            throw Problem.unreadable(
                            name + "-missing", "Say which second: " + name + "=2026-03-01T08:00:00+08:00, for one.")
                    .with("/" + name, Fault.MISSING, "missing");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-incident", "There is no incident '" + text + "'; ids are UUIDs.");
        }
    }
}
