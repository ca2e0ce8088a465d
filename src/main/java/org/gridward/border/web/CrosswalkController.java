package org.gridward.border.web;

import java.nio.charset.StandardCharsets;
import org.gridward.border.CrosswalkDesk;
import org.gridward.border.CrosswalkTable;
import org.gridward.grid.EditionId;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What changes hands between two drawings of a layer, over HTTP. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/crosswalk")
class CrosswalkController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CrosswalkDesk desk;

    CrosswalkController(CrosswalkDesk desk) {
        this.desk = desk;
    }

    /** Between two editions, with the cases of the twelve months before {@code at}; {@code format=csv} answers a file. */
    @GetMapping
    ResponseEntity<?> between(
            @PathVariable String layer,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "true") boolean geometry,
            @RequestParam(defaultValue = "json") String format) {
        EditionId before = EditionId.parse(from);
        EditionId after = EditionId.parse(to);
        if (!format.equals("json") && !format.equals("csv")) {
            throw Problem.unreadable("format", "format '" + format + "' is not one of json, csv.")
                    .with("/format", Fault.CHOICE, "json or csv");
        }
        CrosswalkTable table = desk.between(layer, before, after, Instants.parseOrNull(at, "/at"));
        if (format.equals("json")) {
            return ResponseEntity.ok(CrosswalkJson.view(layer, before, after, table, geometry));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("crosswalk-" + layer + ".csv")
                                .build()
                                .toString())
                .body(CrosswalkJson.csv(table));
    }

    /** Between an edition (the one in force when {@code from} is absent) and the draft that is sent. Changes nothing. */
    @PostMapping
    Object draft(
            @PathVariable String layer,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "true") boolean geometry,
            @RequestBody JsonNode body) {
        EditionId before = from == null || from.isBlank() ? desk.inForce(layer) : EditionId.parse(from);
        return CrosswalkJson.view(
                layer,
                before,
                null,
                desk.draft(layer, before, DraftReader.read(body), Instants.parseOrNull(at, "/at")),
                geometry);
    }
}
