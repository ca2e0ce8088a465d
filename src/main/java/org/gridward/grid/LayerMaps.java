package org.gridward.grid;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.geometry.GridLocator;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Holds the in-memory maps of editions: those in force always, others while there is room, the least recently used going
 * first. A map is built once however many ask at the same time, one map at a time, and only if it will fit.
 */
@Component
class LayerMaps {

    private record Key(EditionId edition, List<UUID> decisions) {}

    private static final class Held {
        final CompletableFuture<LayerMap> map = new CompletableFuture<>();
        volatile long used;
    }

    private final GridShapes shapes;
    private final long most;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();
    private final AtomicLong ticks = new AtomicLong();
    private final Object oneAtATime = new Object();
    private volatile Set<EditionId> inForce = Set.of();

    LayerMaps(GridShapes shapes, @Value("${gridward.grid.memory:0}") long megabytes) {
        this.shapes = shapes;
        this.most = megabytes > 0 ? megabytes << 20 : Runtime.getRuntime().maxMemory() / 2;
    }

    /** The map of an edition by the rule alone. */
    LayerMap get(Layer layer, EditionId edition) {
        return get(layer, edition, List.of());
    }

    /**
     * The map of an edition under the border decisions in force, the youngest first.
     *
     * @throws Problem 422 when it would not fit memory
     */
    LayerMap get(Layer layer, EditionId edition, List<BorderDecision> decisions) {
        Key key = new Key(edition, decisions.stream().map(BorderDecision::id).toList());
        Held present = held.get(key);
        if (present == null) {
            Held mine = new Held();
            present = held.putIfAbsent(key, mine);
            if (present == null) {
                return fill(key, mine, layer, decisions);
            }
        }
        present.used = ticks.incrementAndGet();
        try {
            return present.map.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /**
     * The locator of an edition by the rule alone, without the rest of its map; not held.
     *
     * @throws Problem 422 when it would not fit memory
     */
    GridLocator locator(Layer layer, EditionId edition) {
        Held present = held.get(new Key(edition, List.of()));
        if (present != null) {
            return get(layer, edition).locator();
        }
        synchronized (oneAtATime) {
            shapes.weight(edition)
                    .requireRoomForLocator(
                            "The edition " + edition + " of the layer '" + layer.code() + "'",
                            bytesInForce(edition),
                            Runtime.getRuntime().maxMemory());
            return GridLocator.build(shapes.shapes(edition));
        }
    }

    private LayerMap fill(Key key, Held mine, Layer layer, List<BorderDecision> decisions) {
        mine.used = ticks.incrementAndGet();
        try {
            LayerMap map = decisions.isEmpty()
                    ? load(layer, key.edition())
                    : get(layer, key.edition()).under(decisions);
            mine.map.complete(map);
            makeRoom(key);
            return map;
        } catch (RuntimeException | Error failure) {
            held.remove(key, mine);
            mine.map.completeExceptionally(failure);
            throw failure;
        }
    }

    private LayerMap load(Layer layer, EditionId edition) {
        synchronized (oneAtATime) {
            MapWeight weight = shapes.weight(edition);
            weight.requireRoom(
                    "The edition " + edition + " of the layer '" + layer.code() + "'", bytesInForce(edition), most);
            return LayerMap.of(layer, edition, shapes.load(edition));
        }
    }

    /** @throws Problem 422 when an edition of that weight would not fit beside what is in force */
    void requireRoom(Layer layer, MapWeight weight) {
        weight.requireRoom("The edition of '" + layer.code() + "'", bytesInForce(null), most);
    }

    /** Holds these for good: what is in force now. */
    void pin(Set<EditionId> editions) {
        inForce = new HashSet<>(editions);
    }

    /** Takes in a map that was built for an adoption. */
    void keep(LayerMap map) {
        Key key = new Key(map.edition(), List.of());
        Held mine = new Held();
        mine.used = ticks.incrementAndGet();
        mine.map.complete(map);
        held.put(key, mine);
        makeRoom(key);
    }

    private long bytesInForce(EditionId besides) {
        return held.entrySet().stream()
                .filter(entry ->
                        isInForce(entry.getKey()) && !entry.getKey().edition().equals(besides))
                .mapToLong(entry -> bytes(entry.getValue()))
                .sum();
    }

    private boolean isInForce(Key key) {
        return inForce.contains(key.edition());
    }

    private static long bytes(Held entry) {
        LayerMap map = entry.map.isCompletedExceptionally() ? null : entry.map.getNow(null);
        return map == null ? 0 : map.bytes();
    }

    private synchronized void makeRoom(Key justUsed) {
        long sum = held.values().stream().mapToLong(LayerMaps::bytes).sum();
        if (sum <= most) {
            return;
        }
        List<Map.Entry<Key, Held>> oldest = held.entrySet().stream()
                .filter(entry -> entry.getValue().map.isDone() && !isInForce(entry.getKey()))
                .filter(entry -> !entry.getKey().equals(justUsed))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().used))
                .toList();
        for (Map.Entry<Key, Held> entry : oldest) {
            if (sum <= most) {
                return;
            }
            sum -= bytes(entry.getValue());
            held.remove(entry.getKey(), entry.getValue());
        }
    }

    /** How many maps are held. */
    int size() {
        return held.size();
    }
}
