package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gridward.bench.ExactOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Locators made from others by {@link GridLocator#with}. Each test names its seed. */
class RedrawTest {

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"city, 1", "enclaves, 2", "slivers, 3", "two-levels, 4", "discs, 5", "bricks, 6"})
    void answersAfterAnyRedrawsAsIfBuiltAnew(String layer, long seed) {
        Random random = new Random(seed);
        TreeMap<String, GridShape> now = new TreeMap<>();
        HardLayers.of(layer, seed).forEach(shape -> now.put(shape.code(), shape));
        List<GridShape> first = List.copyOf(now.values());
        GridLocator original = GridLocator.build(first);
        GridLocator locator = original;
        for (int step = 0; step < 8; step++) {
            List<GridShape> changed = new ArrayList<>();
            List<String> removed = new ArrayList<>();
            edit(now, changed, removed, random);
            double[] points = HardPoints.round(changed, 2_000, seed + step);
            GridLocator next = locator.with(changed, removed);
            List<GridShape> shapes = List.copyOf(now.values());
            ExactLocatorTest.compare(next, new ExactOracle(shapes), points);
            ExactLocatorTest.compare(next, new ExactOracle(shapes), ExactLocatorTest.anywhere(shapes, 2_000, step));
            assertThat(codes(next)).isEqualTo(List.copyOf(now.keySet()));
            assertChanges(locator, next, points);
            assertChanges(original, next, points);
            locator = next;
        }
        ExactLocatorTest.compare(original, new ExactOracle(first), HardPoints.round(first, 4_000, seed));
    }

    /** Moves two shapes a little, draws one anew far off or small, takes one away, adds one before or behind the others. */
    private static void edit(
            TreeMap<String, GridShape> now, List<GridShape> changed, List<String> removed, Random random) {
        List<String> codes = new ArrayList<>(now.keySet());
        for (int i = 0; i < 2; i++) {
            GridShape shape = now.get(codes.remove(random.nextInt(codes.size())));
            double by = 2e-4 * random.nextInt(3);
            changed.add(moved(shape, shape.code(), by, -by));
        }
        String gone = codes.remove(random.nextInt(codes.size()));
        removed.add(gone);
        GridShape model = now.get(codes.get(random.nextInt(codes.size())));
        changed.add(moved(model, (random.nextBoolean() ? "!" : "~") + random.nextInt(1000), 1e-4, 1e-4));
        removed.add("unknown");
        now.remove(gone);
        changed.forEach(shape -> now.put(shape.code(), shape));
    }

    private static GridShape moved(GridShape shape, String code, double dx, double dy) {
        return new GridShape(
                code, AffineTransformation.translationInstance(dx, dy).transform(shape.polygon()));
    }

    private static List<String> codes(GridLocator locator) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < locator.size(); i++) {
            codes.add(locator.code(i));
        }
        return codes;
    }

    private static void assertChanges(GridLocator before, GridLocator after, double[] points) {
        OwnerChanges changes = OwnerChanges.between(before, after, points);
        int seen = 0;
        for (int i = 0; i < points.length / 2; i++) {
            Optional<String> old = owner(before, points[2 * i], points[2 * i + 1]);
            Optional<String> now = owner(after, points[2 * i], points[2 * i + 1]);
            if (!old.equals(now)) {
                assertThat(changes.point(seen)).isEqualTo(i);
                assertThat(changes.before(seen)).isEqualTo(old);
                assertThat(changes.after(seen++)).isEqualTo(now);
            }
        }
        assertThat(changes.size()).isEqualTo(seen);
        assertThat(changes.points()).hasSize(seen);
    }

    private static Optional<String> owner(GridLocator locator, double lon, double lat) {
        int index = locator.locate(lon, lat);
        return index == GridLocator.NONE ? Optional.empty() : Optional.of(locator.code(index));
    }

    @Test
    void growsBeyondTheAreaItWasBuiltFor() {
        GridLocator small = GridLocator.build(List.of(Wkt.box("A", 0, 0, 1, 1)));
        GridLocator large = small.with(List.of(Wkt.box("B", 50, 50, 51, 51)), List.of());

        assertThat(large.locate(50.5, 50.5)).isEqualTo(1);
        assertThat(large.locate(0.5, 0.5)).isZero();
        assertThat(small.locate(50.5, 50.5)).isEqualTo(GridLocator.NONE);
    }

    @Test
    void endsAtAnEmptyLayerAndBeginsAgainFromIt() {
        GridLocator some = GridLocator.build(List.of(Wkt.box("A", 0, 0, 1, 1)));
        GridLocator none = some.with(List.of(), List.of("A"));
        GridLocator again = none.with(List.of(Wkt.box("B", 0, 0, 1, 1)), List.of("A"));

        assertThat(none.size()).isZero();
        assertThat(none.locate(0.5, 0.5)).isEqualTo(GridLocator.NONE);
        assertThat(codes(again)).containsExactly("B");
        assertThat(again.locate(1, 1)).isZero();
    }

    @Test
    void refusesTwoShapesForOneCode() {
        GridLocator some = GridLocator.build(List.of(Wkt.box("A", 0, 0, 1, 1)));

        assertThatThrownBy(
                        () -> some.with(Arrays.asList(Wkt.box("A", 0, 0, 1, 1), Wkt.box("A", 0, 0, 2, 1)), List.of()))
                .hasMessageContaining("A is given twice");
    }
}
