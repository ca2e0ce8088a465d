package org.gridward.responsibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;

/**
 * The layers that have an edition in force at the time of a question, and which of them decide whether a spot is owned: the
 * leaves, that is the PARTITION layers in which no other of them nests.
 */
record LayerTree(List<Layer> layers, Set<String> partitions, Set<String> leaves) {

    static LayerTree of(List<Layer> layers) {
        Set<String> partitions = new HashSet<>();
        Set<String> parents = new HashSet<>();
        for (Layer layer : layers) {
            if (layer.kind() == LayerKind.PARTITION) {
                partitions.add(layer.code());
                layer.parent().ifPresent(parents::add);
            }
        }
        Set<String> leaves = new HashSet<>(partitions);
        leaves.removeAll(parents);
        return new LayerTree(List.copyOf(layers), Set.copyOf(partitions), Set.copyOf(leaves));
    }

    /** Every layer once: those the rule names, then the other partitions, finest first, then the free ones. */
    List<String> inOrder(List<String> named) {
        List<String> order = new ArrayList<>(named);
        for (int i = layers.size() - 1; i >= 0; i--) {
            add(order, layers.get(i), LayerKind.PARTITION);
        }
        layers.forEach(layer -> add(order, layer, LayerKind.FREE));
        return order;
    }

    private static void add(List<String> order, Layer layer, LayerKind kind) {
        if (layer.kind() == kind && !order.contains(layer.code())) {
            order.add(layer.code());
        }
    }
}
