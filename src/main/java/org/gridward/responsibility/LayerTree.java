package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;

/**
 * The layers that have an edition in force at the time of a question.
 *
 * @param partitions layers that fill their parent: exactly one grid answers for each spot
 * @param leaves the partitions in which no other nests: they decide whether a spot is owned
 * @param territory the partitions in the order in which they are asked to lead: the deepest nest first, in it the finest first
 * @param free layers whose grids lie where they like, in the order they were made
 */
record LayerTree(
        List<Layer> layers, Set<String> partitions, Set<String> leaves, List<String> territory, List<String> free) {

    static LayerTree of(List<Layer> layers) {
        Map<String, Layer> partitions = new HashMap<>();
        Set<String> parents = new HashSet<>();
        List<String> free = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.kind() == LayerKind.PARTITION) {
                partitions.put(layer.code(), layer);
                layer.parent().ifPresent(parents::add);
            } else {
                free.add(layer.code());
            }
        }
        Set<String> leaves = new HashSet<>(partitions.keySet());
        leaves.removeAll(parents);
        List<String> territory = new ArrayList<>();
        layers.stream()
                .map(Layer::code)
                .filter(leaves::contains)
                .map(leaf -> upwards(leaf, partitions))
                .sorted(Comparator.comparingInt((List<String> nest) -> nest.size())
                        .reversed())
                .forEach(nest ->
                        nest.stream().filter(code -> !territory.contains(code)).forEach(territory::add));
        return new LayerTree(
                List.copyOf(layers),
                Set.copyOf(partitions.keySet()),
                Set.copyOf(leaves),
                List.copyOf(territory),
                List.copyOf(free));
    }

    private static List<String> upwards(String leaf, Map<String, Layer> partitions) {
        List<String> nest = new ArrayList<>();
        for (Layer at = partitions.get(leaf); at != null && !nest.contains(at.code()); ) {
            nest.add(at.code());
            at = partitions.get(at.parent().orElse(""));
        }
        return nest;
    }
}
