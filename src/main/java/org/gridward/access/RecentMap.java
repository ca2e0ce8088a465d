package org.gridward.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers values for a while, at most so many: when full it forgets everything, which only costs another look-up. */
final class RecentMap<K, V> {

    private record Kept<V>(V value, Instant until) {}

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration life;
    private final int most;

    RecentMap(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.life = life;
        this.most = most;
    }

    Optional<V> find(K key) {
        Kept<V> found = kept.get(key);
        return found != null && clock.instant().isBefore(found.until()) ? Optional.of(found.value()) : Optional.empty();
    }

    /** The remembered value, or the one that is looked up now; an empty look-up is not remembered. */
    Optional<V> findOr(K key, Supplier<Optional<V>> lookUp) {
        Optional<V> found = find(key);
        if (found.isPresent()) {
            return found;
        }
        Optional<V> fresh = lookUp.get();
        fresh.ifPresent(value -> keep(key, value));
        return fresh;
    }

    void keep(K key, V value) {
        if (kept.size() >= most) {
            kept.clear();
        }
        kept.put(key, new Kept<>(value, clock.instant().plus(life)));
    }

    void forget(K key) {
        kept.remove(key);
    }

    void clear() {
        kept.clear();
    }
}
