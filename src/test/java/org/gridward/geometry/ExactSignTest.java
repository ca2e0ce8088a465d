package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSignTest {

    @ParameterizedTest(name = "at scale {0}")
    @ValueSource(doubles = {1, 180, 1e-9, 1e-200, 1e-310, 1e200, 1e308})
    void agreesWithDecimalsOfAnyLengthNearTheLine(double scale) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double ax = (random.nextDouble() - 0.5) * scale;
            double ay = (random.nextDouble() - 0.5) * scale;
            double bx = (random.nextDouble() - 0.5) * scale;
            double by = (random.nextDouble() - 0.5) * scale;
            double t = random.nextInt(4) / 2.0;
            double px = nudged(ax + (bx - ax) * t, random);
            double py = nudged(ay + (by - ay) * t, random);
            assertThat(ExactSign.orientation(ax, ay, bx, by, px, py))
                    .as("%s %s, %s %s, %s %s", ax, ay, bx, by, px, py)
                    .isEqualTo(byDecimals(ax, ay, bx, by, px, py));
        }
    }

    private static double nudged(double x, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Math.nextUp(x);
            case 1 -> Math.nextDown(x);
            default -> x;
        };
    }

    private static int byDecimals(double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal one = minus(bx, ax).multiply(minus(py, ay));
        BigDecimal other = minus(by, ay).multiply(minus(px, ax));
        return one.compareTo(other);
    }

    private static BigDecimal minus(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }
}
