package org.gridward.grid.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The layers of grids. */
@RestController
@RequestMapping("/api/v1/layers")
class LayerController {

    record NewLayer(String code, LayerKind kind, String parent, String nameZh, String nameEn) {}

    private final Layers layers;
    private final GridMap map;

    LayerController(Layers layers, GridMap map) {
        this.layers = layers;
        this.map = map;
    }

    @GetMapping
    Map<String, List<Map<String, Object>>> list() {
        return Map.of("items", layers.list().stream().map(this::view).toList());
    }

    @GetMapping("/{layer}")
    Map<String, Object> get(@PathVariable String layer) {
        return view(layers.get(layer));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestBody NewLayer wanted) {
        return view(layers.ensure(new Layer(
                wanted.code() == null ? "" : wanted.code(),
                wanted.kind() == null ? LayerKind.PARTITION : wanted.kind(),
                Optional.ofNullable(wanted.parent()),
                wanted.nameZh() == null ? wanted.code() : wanted.nameZh(),
                wanted.nameEn() == null ? wanted.code() : wanted.nameEn())));
    }

    private Map<String, Object> view(Layer layer) {
        Map<String, Object> view = new java.util.LinkedHashMap<>();
        view.put("code", layer.code());
        view.put("kind", layer.kind());
        view.put("parent", layer.parent().orElse(null));
        view.put("nameZh", layer.nameZh());
        view.put("nameEn", layer.nameEn());
        view.put(
                "edition",
                map.find(layer.code()).map(found -> found.edition().toString()).orElse(null));
        view.put(
                "grids",
                map.find(layer.code()).map(found -> found.codes().size()).orElse(0));
        return view;
    }
}
