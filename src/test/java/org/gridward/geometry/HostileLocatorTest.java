package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.geometry.Wkt.box;
import static org.gridward.geometry.Wkt.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.gridward.bench.ExactOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Layers and points as nobody should send them. */
class HostileLocatorTest {

    private static final double[] STRANGE = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -0.0,
        1e308,
        -1e308,
        Double.MIN_VALUE,
        180,
        -180,
        90
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON EMPTY",
                "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
                "POLYGON ((0 0, 0 0, 1 0, 1 0, 1 0, 2 0, 2 2, 1 2, 1 2, 0 2, 0 1, 0 0))",
                "POLYGON ((0 0, 5 0, 5 1, 2 1, 3 1, 0 1, 0 0))",
                "POLYGON ((0 0, 1 0, 2 0, 0 0))",
                "POLYGON ((3 3, 3 3, 3 3, 3 3))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))",
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 1 9, 9 9, 9 1, 1 1), (0 0, 1 1, 0 1, 0 0))",
                "POLYGON ((0 0, 1e-300 0, 1e-300 1e-300, 0 1e-300, 0 0))",
                "POLYGON ((0 0, 1e300 0, 1e300 1e300, 0 1e300, 0 0))",
                "POLYGON ((0 0, 1e-9 0, 1e-9 1e-9, 0 1e-9, 0 0))",
                "POLYGON ((-180 0, 180 0, 180 1e-12, -180 1e-12, -180 0))"
            })
    void answersEveryPointOfAShapeAloneAndAmongOthers(String wkt) {
        GridShape odd = grid("odd", wkt);
        for (List<GridShape> layer :
                List.of(List.of(odd), List.of(odd, box("a", 0, 0, 1, 1), box("z", 1, 0, 2, 1), box("y", 0, 0, 1, 1)))) {
            double[] points = Arrays.copyOf(
                    odd.polygon().isEmpty() ? new double[0] : HardPoints.round(layer, 2_000, 1), 2 * 2_200);
            for (int i = 0; i < 2 * 121; i++) {
                points[4_000 + i] = STRANGE[i % 2 == 0 ? i / 2 / 11 : i / 2 % 11];
            }
            ExactLocatorTest.compare(GridLocator.build(layer), new ExactOracle(layer), points);
        }
    }

    @Test
    void countsTheWindingsOfABorderThatCrossesItself() {
        List<GridShape> layer = List.of(grid("bow tie", "POLYGON ((0 0, 2 0, 0 2, 2 2, 0 0))"));

        ExactLocatorTest.compare(GridLocator.build(layer), new ExactOracle(layer), HardPoints.round(layer, 2_000, 1));
    }

    @Test
    void servesALayerOfTwoHundredThousandGrids() {
        List<GridShape> many = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            Envelope box = new Envelope(i % 500, i % 500 + 1, i / 500 * 0.25, i / 500 * 0.25 + 0.25);
            many.add(new GridShape(Integer.toString(1_000_000 + i), new GeometryFactory().toGeometry(box)));
        }
        GridLocator locator = GridLocator.build(many);

        assertThat(locator.locate(3.5, 0.1)).isEqualTo(3);
        assertThat(locator.locate(499.5, 99.9)).isEqualTo(199_999);
        assertThat(locator.locateAll(1, 0.25)).containsExactly(0, 1, 500, 501);
        assertThat(locator.bytes()).isLessThan(100_000_000);
    }

    @Test
    void staysWithinMemoryWhereThousandsOfLongGridsCross() {
        List<GridShape> crossed = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double at = i * 0.05;
            crossed.add(box("e%04d".formatted(i), 0, at, 20, at + 0.075));
            crossed.add(box("n%04d".formatted(i), at, 0, at + 0.075, 20));
        }
        GridLocator locator = GridLocator.build(crossed);

        assertThat(locator.locateAll(7.0625, 3.0625)).hasSize(4);
        assertThat(locator.locateAll(7.0375, 3.0375)).hasSize(2);
    }

    @Test
    void asksTheBorderOwnerOnlyWhereSeveralHoldAPoint() {
        List<GridShape> two = List.of(box("A", 0, 0, 1, 1), box("B", 1, 0, 2, 1));
        GridLocator higher = GridLocator.build(two, (holders, lon, lat) -> {
            assertThat(holders).containsExactly(0, 1);
            return 1;
        });

        assertThat(higher.locate(1, 0.5)).isEqualTo(1);
        assertThat(higher.locate(0.9, 0.5)).isZero();
        assertThat(higher.locate(3, 3)).isEqualTo(GridLocator.NONE);
        assertThat(higher.withOwner((holders, lon, lat) -> 7).locate(1, 0.5)).isZero();
    }

    @Test
    void refusesNoThreadAtAll() {
        GridLocator locator = GridLocator.build(List.of());

        assertThatThrownBy(() -> locator.locate(new double[0], new int[0], 0)).hasMessageContaining("at least one");
    }

    /** Readers see each locator whole, from the moment it is shown to them, while others are made. */
    @Test
    void answersThreadsWhileRedrawsGoOn() {
        List<GridShape> left = List.of(box("A", 0, 0, 1, 1), box("B", 1, 0, 2, 1));
        List<GridShape> right = List.of(box("A", 0, 0, 1.5, 1), box("B", 1.5, 0, 2, 1));
        AtomicReference<GridLocator> shown = new AtomicReference<>(GridLocator.build(left));
        double[] points = {0.5, 0.5, 1.25, 0.5, 1.75, 0.5};

        long wrong = IntStream.range(0, 4_000)
                .parallel()
                .filter(i -> {
                    if (i % 4 == 0) {
                        shown.set(shown.get().with(i % 8 == 0 ? right : left, List.of()));
                        return false;
                    }
                    int[] out = new int[3];
                    shown.get().locate(points, out);
                    return out[0] != 0 || out[1] < 0 || out[2] != 1;
                })
                .count();

        assertThat(wrong).isZero();
    }
}
