package org.gridward.grid.web;

import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.geometry.Fault;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionId;
import org.gridward.grid.Editions;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Idempotency;
import org.gridward.platform.ListPage;
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

/** The editions of a layer: list, check a drawing, adopt it. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/editions")
class EditionController {

    private final Editions editions;
    private final EditionReader reader;
    private final EditionChanges changes;
    private final Idempotency idempotency;

    EditionController(Editions editions, EditionReader reader, EditionChanges changes, Idempotency idempotency) {
        this.editions = editions;
        this.reader = reader;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable String layer,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        editions.list(layer),
                        edition -> edition.id().toString(),
                        limit,
                        cursor,
                        "/api/v1/layers/" + layer + "/editions")
                .body(EditionController::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(@PathVariable String layer, @PathVariable String id) {
        Edition found = editions.get(layer, EditionId.parse(id));
        return ResponseEntity.ok().eTag(tag(found)).body(view(found));
    }

    /** Its grids never change, the times it is valid do. */
    private static String tag(Edition edition) {
        return "\"" + edition.id() + "-"
                + Integer.toHexString(edition.periods().toString().hashCode()) + "\"";
    }

    /** Adopts the drawing, or refuses it with every fault. */
    @PostMapping
    ResponseEntity<?> adopt(
            @PathVariable String layer,
            @RequestParam(required = false) String validFrom,
            @RequestParam(required = false) String correctsEdition,
            @RequestParam(required = false) String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        AdoptEdition wanted = reader.read(layer, body, validFrom, correctsEdition, source);
        String actor = user.getName();
        return idempotency.once(key, actor, Arrays.asList(layer, validFrom, correctsEdition, source, body), () -> {
            Edition adopted = editions.adopt(wanted, actor);
            return ResponseEntity.created(URI.create("/api/v1/layers/" + layer + "/editions/" + adopted.id()))
                    .eTag(tag(adopted))
                    .body(view(adopted));
        });
    }

    /** What adopting the drawing would do: its faults and the grids that would come, go or change. Changes nothing. */
    @PostMapping("/check")
    Map<String, Object> check(
            @PathVariable String layer,
            @RequestParam(required = false) String validFrom,
            @RequestParam(required = false) String correctsEdition,
            @RequestBody JsonNode body) {
        AdoptEdition wanted = reader.read(layer, body, validFrom, correctsEdition, null);
        List<Fault> faults = editions.check(wanted);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", layer);
        view.put("grids", wanted.grids().size());
        view.put("faultCount", faults.size());
        view.put(
                "faults",
                faults.stream().limit(1_000).map(EditionController::view).toList());
        view.put("changes", changes.of(wanted));
        return view;
    }

    private static Map<String, Object> view(Fault fault) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", fault.kind());
        view.put("codes", fault.codes());
        view.put("message", fault.message());
        view.put("areaSquareMeters", fault.areaSquareMeters());
        view.put("location", GeoJson.toMap(fault.location()));
        return view;
    }

    private static Map<String, Object> view(Edition edition) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", edition.id());
        view.put("layer", edition.layer());
        view.put("label", edition.label());
        view.put("source", edition.source());
        view.put("correctsEdition", edition.corrects().map(EditionId::toString).orElse(null));
        view.put("grids", edition.gridCount());
        view.put("adoptedBy", edition.adoptedBy());
        view.put("adoptedAt", edition.adoptedAt());
        view.put(
                "valid",
                edition.periods().stream()
                        .map(period -> {
                            Map<String, Object> range = new LinkedHashMap<>();
                            range.put("from", period.from());
                            range.put("until", period.until().orElse(null));
                            return range;
                        })
                        .toList());
        view.put(
                "validFrom",
                edition.periods().isEmpty() ? null : edition.periods().get(0).from());
        return view;
    }
}
