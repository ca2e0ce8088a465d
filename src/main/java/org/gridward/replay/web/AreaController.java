package org.gridward.replay.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.gridward.replay.AreaAnswer;
import org.gridward.replay.AreaDesk;
import org.gridward.replay.AreaQuestion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** Who was in an area, and what happened there: asked with a reason, kept, as JSON or CSV. */
@RestController
@RequestMapping(AreaController.PATH)
class AreaController {

    static final String PATH = "/api/v1/area-questions";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_VERTICES = 1_000;

    /** @param area GeoJSON Polygon */
    record Body(JsonNode area, String from, String to, String reason) {

        AreaQuestion question() {
            Geometry shape = GeoJson.read(area, "/area", MOST_VERTICES);
            if (!(shape instanceof Polygon polygon)) {
                throw Problem.unprocessable("area", "An area is one Polygon.").with("/area", Fault.SHAPE, "no Polygon");
            }
            return new AreaQuestion(polygon, time(from, "/from"), time(to, "/to"), reason);
        }

        private static Instant time(String text, String pointer) {
            Instant time = Instants.parseOrNull(text, pointer);
            if (time == null) {
                throw Problem.unreadable("window-missing", "Say from when to when.")
                        .with(pointer, Fault.MISSING, "missing");
            }
            return time;
        }
    }

    private final AreaDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser user;

    AreaController(AreaDesk desk, Idempotency idempotency, CurrentUser user) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.user = user;
    }

    @PostMapping
    ResponseEntity<?> ask(
            @RequestBody Body body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST " + PATH, body), () -> {
            AreaAnswer answer = desk.ask(body.question(), actor);
            return ResponseEntity.created(URI.create(PATH + "/" + answer.id())).body(answer);
        });
    }

    /** The questions that were asked, by whom and why; the answers are for who asked. */
    @GetMapping
    Map<String, List<AreaDesk.Asked>> list(@RequestParam(required = false) Integer limit) {
        return Map.of("items", desk.list(Limits.require(limit)));
    }

    /** An answer as it was given; format=csv with part=units or part=cases is a table of it. */
    @GetMapping("/{id}")
    ResponseEntity<?> read(
            @PathVariable String id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "units") String part) {
        AreaAnswer answer = desk.read(id(id), user.get());
        if (format.equals("json")) {
            return ResponseEntity.ok(answer);
        }
        if (!format.equals("csv") || !List.of("units", "cases").contains(part)) {
            throw Problem.unreadable("format", "format is json or csv, and part of a csv is units or cases.")
                    .with("/format", Fault.CHOICE, "json or csv");
        }
        byte[] table = AreaTable.csv(part.equals("units") ? AreaTable.stays(answer) : AreaTable.cases(answer));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("area-" + part + ".csv")
                                .build()
                                .toString())
                .body(table);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-area-question", "There is no question '" + text + "'; ids are UUIDs.");
        }
    }
}
