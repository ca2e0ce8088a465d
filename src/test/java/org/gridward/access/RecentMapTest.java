package org.gridward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentMapTest {

    private final MutableClock clock = new MutableClock();
    private final RecentMap<String, Integer> map = new RecentMap<>(clock, Duration.ofSeconds(5), 3);

    @Test
    void looksUpOncePerLifetime() {
        AtomicInteger lookUps = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            map.findOr("a", () -> Optional.of(lookUps.incrementAndGet()));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void doesNotRememberThatSomethingWasMissing() {
        assertThat(map.findOr("a", Optional::empty)).isEmpty();
        assertThat(map.findOr("a", () -> Optional.of(7))).contains(7);
    }

    @Test
    void holdsNoMoreThanItsBound() {
        for (int i = 0; i < 100; i++) {
            map.keep("key" + i, i);
        }

        long held = java.util.stream.IntStream.range(0, 100)
                .filter(i -> map.find("key" + i).isPresent())
                .count();
        assertThat(held).isBetween(1L, 3L);
    }
}
