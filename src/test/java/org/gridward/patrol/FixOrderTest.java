package org.gridward.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixOrderTest {

    private static final Instant T = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void keepsTheMoreExactOfTwoFixesOfOneInstant() {
        Fix rough = new Fix(T, 122.1, 30.0, 50.0, 1.0);
        Fix exact = new Fix(T, 122.2, 30.0, 5.0, 1.0);
        Fix unknown = new Fix(T, 122.0, 30.0, null, 1.0);
        assertThat(FixOrder.bestByInstant(List.of(rough, unknown, exact))).containsOnly(java.util.Map.entry(T, exact));
    }

    @Test
    void doesNotDependOnTheOrderOfArrival() {
        long seed = 20260301;
        Random random = new Random(seed);
        List<Fix> fixes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Double accuracy = random.nextBoolean() ? null : (double) random.nextInt(3);
            Double speed = random.nextBoolean() ? null : (double) random.nextInt(3);
            fixes.add(new Fix(
                    T.plusSeconds(random.nextInt(50)),
                    122 + random.nextInt(3) / 10.0,
                    30 + random.nextInt(3) / 10.0,
                    accuracy,
                    speed));
        }
        var first = FixOrder.bestByInstant(fixes);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(fixes, random);
            assertThat(FixOrder.bestByInstant(fixes)).as("seed %d", seed).isEqualTo(first);
        }
    }
}
