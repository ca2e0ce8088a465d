package org.gridward.cooperation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.incident.PlacedIn;

/**
 * The rungs of an incident, from the finest layer that nests to the widest: the grid of each that holds it. Driven by the
 * tree of layers alone. Pure.
 */
record Ladder(List<Rung> rungs) {

    /** One level of responsibility. */
    record Rung(String layer, String gridCode) {}

    Ladder {
        rungs = List.copyOf(rungs);
    }

    /** @param grids those that hold the incident, the larger share of a layer first */
    static Ladder of(List<Layer> layers, List<PlacedIn> grids) {
        Map<String, Layer> partitions = new HashMap<>();
        layers.stream()
                .filter(layer -> layer.kind() == LayerKind.PARTITION)
                .forEach(layer -> partitions.put(layer.code(), layer));
        Map<String, String> held = new HashMap<>();
        grids.stream()
                .filter(grid -> partitions.containsKey(grid.layer()))
                .forEach(grid -> held.putIfAbsent(grid.layer(), grid.gridCode()));
        List<Rung> best = List.of();
        for (String leaf : held.keySet()) {
            List<Rung> climb = climb(leaf, partitions, held);
            if (climb.size() > best.size()) {
                best = climb;
            }
        }
        return new Ladder(best);
    }

    private static List<Rung> climb(String leaf, Map<String, Layer> partitions, Map<String, String> held) {
        List<Rung> rungs = new ArrayList<>();
        for (Layer at = partitions.get(leaf); at != null; ) {
            String code = held.get(at.code());
            if (code != null) {
                rungs.add(new Rung(at.code(), code));
            }
            at = partitions.get(at.parent().orElse(""));
        }
        return rungs;
    }

    /** The lowest rung; empty where no layer that nests holds the incident. */
    Optional<Rung> bottom() {
        return rungs.stream().findFirst();
    }

    /** So many rungs above a layer, at most the top; empty where nothing is above it. */
    Optional<Rung> above(String layer, int count) {
        int at = index(layer);
        return at + 1 < rungs.size()
                ? Optional.of(rungs.get(Math.min(rungs.size() - 1, at + count)))
                : Optional.empty();
    }

    /** The rung of a layer above another one; empty where it is not above it. */
    Optional<Rung> find(String layer, String aboveLayer) {
        int found = index(layer);
        return found > index(aboveLayer) ? Optional.of(rungs.get(found)) : Optional.empty();
    }

    /** The layers of the rungs, the lowest first. */
    List<String> layers() {
        return rungs.stream().map(Rung::layer).toList();
    }

    private int index(String layer) {
        return layers().indexOf(layer);
    }
}
