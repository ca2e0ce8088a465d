package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridward.geometry.ReadingOrder.Misplaced;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ReadingOrderTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void readsSquaresRowByRowFromTheNorthWest() {
        List<Geometry> squares = new ArrayList<>();
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                squares.add(box(x, y, 1, 1));
            }
        }
        assertThat(ReadingOrder.of(squares)).containsExactly(8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    }

    @Test
    void readsAStackBesideATallGridFromTheTop() {
        List<Geometry> shapes =
                List.of(box(0, 0, 1, 4), box(1, 0, 1, 1), box(1, 1, 1, 1), box(1, 2, 1, 1), box(1, 3, 1, 1));
        assertThat(ReadingOrder.of(shapes)).containsExactly(4, 0, 3, 2, 1);
    }

    @Test
    void neverMakesAnOrderThatItWouldReport() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Geometry> shapes = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                shapes.add(box(random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()));
            }
            List<Geometry> ordered =
                    ReadingOrder.of(shapes).stream().map(shapes::get).toList();
            assertThat(ordered).hasSize(shapes.size());
            assertThat(ReadingOrder.misplaced(ordered))
                    .as("seed %d, round %d", seed, round)
                    .isEmpty();
        }
    }

    @Test
    void namesTheTwoThatWereSwapped() {
        List<Geometry> shapes = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            for (int x = 0; x < 4; x++) {
                shapes.add(box(x, -row, 1, 1));
            }
        }
        assertThat(ReadingOrder.misplaced(shapes)).isEmpty();
        Collections.swap(shapes, 1, 14);
        assertThat(ReadingOrder.misplaced(shapes)).extracting(Misplaced::index).containsExactlyInAnyOrder(1, 14);
    }

    private static Geometry box(double west, double south, double width, double height) {
        return FACTORY.toGeometry(new Envelope(west, west + width, south, south + height));
    }
}
