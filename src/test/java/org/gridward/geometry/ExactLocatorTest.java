package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gridward.bench.ExactOracle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** The locator against exact arithmetic done another way. Each test names its seed. */
class ExactLocatorTest {

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "city, 1",
        "city, 2",
        "large-grids, 3",
        "enclaves, 4",
        "slivers, 5",
        "slivers, 6",
        "simplified, 7",
        "steps-apart, 8",
        "two-levels, 9",
        "discs, 10",
        "discs, 11",
        "bricks, 12"
    })
    void answersAsExactArithmeticOnBordersAndAnywhere(String layer, long seed) {
        List<GridShape> shapes = HardLayers.of(layer, seed);
        GridLocator locator = GridLocator.build(shapes);
        ExactOracle oracle = new ExactOracle(shapes);

        compare(locator, oracle, HardPoints.round(shapes, 20_000, seed));
        compare(locator, oracle, anywhere(shapes, 10_000, seed));
    }

    static void compare(GridLocator locator, ExactOracle oracle, double[] lonLat) {
        int[] batch = new int[lonLat.length / 2];
        int[] together = new int[lonLat.length / 2];
        locator.locate(lonLat, batch);
        locator.locate(lonLat, together, 3);
        assertThat(together).isEqualTo(batch);
        for (int i = 0; i < batch.length; i++) {
            double lon = lonLat[2 * i];
            double lat = lonLat[2 * i + 1];
            int[] expected = oracle.locateAll(lon, lat);
            int[] found = locator.locateAll(lon, lat);
            int owner = expected.length == 0 ? GridLocator.NONE : expected[0];
            if (!Arrays.equals(found, expected) || batch[i] != owner || locator.locate(lon, lat) != owner) {
                assertThat(found).as("all that hold %s %s", lon, lat).isEqualTo(expected);
                assertThat(batch[i]).as("owner in a batch at %s %s", lon, lat).isEqualTo(owner);
                assertThat(locator.locate(lon, lat))
                        .as("owner at %s %s", lon, lat)
                        .isEqualTo(owner);
            }
        }
    }

    static double[] anywhere(List<GridShape> shapes, int count, long seed) {
        Envelope box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.polygon().getEnvelopeInternal()));
        box.expandBy(box.getWidth() * 0.02, box.getHeight() * 0.02);
        SplittableRandom random = new SplittableRandom(seed);
        double[] lonLat = new double[2 * count];
        for (int i = 0; i < count; i++) {
            lonLat[2 * i] = random.nextDouble(box.getMinX(), box.getMaxX());
            lonLat[2 * i + 1] = random.nextDouble(box.getMinY(), box.getMaxY());
        }
        return lonLat;
    }
}
