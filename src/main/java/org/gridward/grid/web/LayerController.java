package org.gridward.grid.web;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Layers;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
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

/** The layers of grids. */
@RestController
@RequestMapping("/api/v1/layers")
class LayerController {

    record NewLayer(String code, LayerKind kind, String parent, String nameZh, String nameEn) {}

    private static final String PATH = "/api/v1/layers";

    private final Layers layers;
    private final GridMap map;
    private final Idempotency idempotency;
    private final Clock clock;

    LayerController(Layers layers, GridMap map, Idempotency idempotency, Clock clock) {
        this.clock = clock;
        this.layers = layers;
        this.map = map;
        this.idempotency = idempotency;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Instant when = at(at);
        Instant known = KnownAt.of(knownAt);
        return ListPage.cut(layers.list(), Layer::code, limit, cursor, path(at, when, known))
                .body(layer -> view(layer, map.find(layer.code(), when, known)));
    }

    @GetMapping("/{layer}")
    ResponseEntity<Map<String, Object>> get(
            @PathVariable String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Layer found = layers.get(layer);
        Optional<LayerMap> inForce = map.find(layer, at(at), KnownAt.of(knownAt));
        return ResponseEntity.ok().eTag(tag(found, inForce)).body(view(found, inForce));
    }

    @PostMapping
    ResponseEntity<?> create(
            @RequestBody NewLayer wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal user) {
        return idempotency.once(key, user.getName(), List.of("POST /layers", wanted), () -> {
            Layer made = layers.ensure(new Layer(
                    wanted.code() == null ? "" : wanted.code(),
                    wanted.kind() == null ? LayerKind.PARTITION : wanted.kind(),
                    Optional.ofNullable(wanted.parent()),
                    wanted.nameZh() == null ? wanted.code() : wanted.nameZh(),
                    wanted.nameEn() == null ? wanted.code() : wanted.nameEn()));
            return ResponseEntity.created(URI.create(PATH + "/" + made.code()))
                    .eTag(tag(made, map.find(made.code())))
                    .body(view(made, map.find(made.code())));
        });
    }

    private Instant at(String text) {
        return Optional.ofNullable(Instants.parseOrNull(text, "/at")).orElseGet(clock::instant);
    }

    private static String path(String at, Instant when, Instant knownAt) {
        String path = KnownAt.path(PATH, knownAt);
        return at == null || at.isBlank() ? path : path + (knownAt == null ? "?" : "&") + "at=" + when;
    }

    /** Changes with the edition in force. */
    private static String tag(Layer layer, Optional<LayerMap> inForce) {
        return "\"" + layer.code() + "-"
                + inForce.map(found -> found.edition().toString()).orElse("none") + "\"";
    }

    private static Map<String, Object> view(Layer layer, Optional<LayerMap> inForce) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", layer.code());
        view.put("kind", layer.kind());
        view.put("parent", layer.parent().orElse(null));
        view.put("nameZh", layer.nameZh());
        view.put("nameEn", layer.nameEn());
        view.put("edition", inForce.map(found -> found.edition().toString()).orElse(null));
        view.put("grids", inForce.map(found -> found.codes().size()).orElse(0));
        return view;
    }
}
