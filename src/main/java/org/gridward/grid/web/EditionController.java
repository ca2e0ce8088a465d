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
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return ListPage.cut(
                        editions.list(layer, KnownAt.of(knownAt)),
                        edition -> edition.id().toString(),
                        limit,
                        cursor,
                        KnownAt.path("/api/v1/layers/" + layer + "/editions", KnownAt.of(knownAt)))
                .body(EditionJson::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(
            @PathVariable String layer, @PathVariable String id, @RequestParam(required = false) String knownAt) {
        Edition found = editions.get(layer, EditionId.parse(id), KnownAt.of(knownAt));
        return ResponseEntity.ok().eTag(EditionJson.tag(found)).body(EditionJson.view(found));
    }

    /** Adopts the drawing, or refuses it with every fault. */
    @PostMapping
    ResponseEntity<?> adopt(
            @PathVariable String layer,
            @RequestParam(required = false) String validFrom,
            @RequestParam(required = false) String validUntil,
            @RequestParam(required = false) String correctsEdition,
            @RequestParam(required = false) String source,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user,
            @RequestBody JsonNode body) {
        AdoptEdition wanted = reader.read(layer, body, validFrom, validUntil, correctsEdition, source);
        Map<String, List<Fault>> children = editions.children(wanted);
        String actor = user.getName();
        return idempotency.once(
                key, actor, Arrays.asList(layer, validFrom, validUntil, correctsEdition, source, body), () -> {
                    Edition adopted = editions.adopt(wanted, actor);
                    return ResponseEntity.created(URI.create("/api/v1/layers/" + layer + "/editions/" + adopted.id()))
                            .eTag(EditionJson.tag(adopted))
                            .body(EditionJson.view(adopted, children));
                });
    }

    /** What adopting the drawing would do: its faults and the grids that would come, go or change. Changes nothing. */
    @PostMapping("/check")
    Map<String, Object> check(
            @PathVariable String layer,
            @RequestParam(required = false) String validFrom,
            @RequestParam(required = false) String validUntil,
            @RequestParam(required = false) String correctsEdition,
            @RequestBody JsonNode body) {
        AdoptEdition wanted = reader.read(layer, body, validFrom, validUntil, correctsEdition, null);
        List<Fault> faults = editions.check(wanted);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", layer);
        view.put("grids", wanted.grids().size());
        view.put("faultCount", faults.size());
        view.put("faults", faults.stream().limit(1_000).map(EditionJson::view).toList());
        view.put("changes", changes.of(wanted, editions.beginning(wanted)));
        view.put("children", EditionJson.view(editions.children(wanted)));
        return view;
    }
}
