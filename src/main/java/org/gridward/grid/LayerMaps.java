package org.gridward.grid;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.geometry.BorderDistance;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Builds the in-memory maps of editions and keeps the recently used ones, bounded by their vertices. */
@Component
class LayerMaps {

    /** About 200 MB of vertices and indexes; the editions in force are kept beyond it. */
    private static final long MAX_VERTICES = 3_000_000;

    private final GridShapes shapes;
    private final Map<EditionId, LayerMap> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<EditionId, Object> building = new ConcurrentHashMap<>();

    LayerMaps(GridShapes shapes) {
        this.shapes = shapes;
    }

    static LayerMap build(Layer layer, EditionId edition, List<NewGrid> grids) {
        Map<String, GridInfo> infos = new LinkedHashMap<>();
        long vertices = 0;
        for (NewGrid grid : grids) {
            vertices += grid.shape().getNumPoints();
            infos.put(
                    grid.code(),
                    new GridInfo(
                            grid.code(),
                            grid.nameZh(),
                            grid.nameEn(),
                            grid.parentCode().orElse(null),
                            grid.households().isPresent() ? grid.households().getAsInt() : null));
        }
        return of(
                layer,
                edition,
                grids.stream()
                        .map(grid -> new GridShape(grid.code(), grid.shape()))
                        .toList(),
                infos,
                vertices);
    }

    private static LayerMap of(
            Layer layer, EditionId edition, List<GridShape> list, Map<String, GridInfo> infos, long vertices) {
        Map<String, Geometry> shapes = new HashMap<>();
        list.forEach(shape -> shapes.put(shape.code(), shape.polygon()));
        GridLocator locator = GridLocator.build(list);
        BorderDistance borders = BorderDistance.build(list, locator);
        return new LayerMap(layer, edition, locator, borders, infos, shapes, vertices);
    }

    /** The map of an edition, loaded once however many ask at the same time. */
    LayerMap get(Layer layer, EditionId edition) {
        Optional<LayerMap> present = find(edition);
        if (present.isPresent()) {
            return present.get();
        }
        synchronized (building.computeIfAbsent(edition, id -> new Object())) {
            try {
                return find(edition).orElseGet(() -> {
                    GridShapes.Loaded loaded = shapes.load(edition);
                    LayerMap map = of(layer, edition, loaded.shapes(), loaded.grids(), loaded.vertices());
                    keep(map);
                    return map;
                });
            } finally {
                building.remove(edition);
            }
        }
    }

    private synchronized Optional<LayerMap> find(EditionId edition) {
        return Optional.ofNullable(kept.get(edition));
    }

    synchronized void keep(LayerMap map) {
        kept.put(map.edition(), map);
        long held = kept.values().stream().mapToLong(LayerMap::vertices).sum();
        var eldest = kept.entrySet().iterator();
        while (held > MAX_VERTICES && kept.size() > 1 && eldest.hasNext()) {
            LayerMap candidate = eldest.next().getValue();
            if (!candidate.edition().equals(map.edition())) {
                held -= candidate.vertices();
                eldest.remove();
            }
        }
    }
}
