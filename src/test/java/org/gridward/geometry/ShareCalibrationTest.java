package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The shares mean what they say: known spots are displaced by known noise and asked back; among the answers whose best share
 * is about s, the fraction that is right is about s. Below the threshold a question is worth its price, above it is not.
 */
class ShareCalibrationTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SPOTS = 40_000;
    private static final int BINS = 10;

    @Test
    void amongAnswersWithAShareThatFractionIsRight() {
        List<GridShape> shapes = checkers(8, 0.0008);
        GridLocator locator = GridLocator.build(shapes);
        BorderDistance borders = BorderDistance.build(shapes, locator);
        Random random = new Random(20261125);
        int[] asked = new int[BINS + 1];
        int[] right = new int[BINS + 1];
        double[] said = new double[BINS + 1];
        for (int i = 0; i < SPOTS; i++) {
            double lon = 122 + (random.nextDouble() * 12 - 2) * 0.0008;
            double lat = 30 + (random.nextDouble() * 12 - 2) * 0.0008;
            double accuracy = List.of(10.0, 25.0, 60.0).get(random.nextInt(3));
            GroundFrame frame = GroundFrame.at(lat);
            double r = accuracy * Math.sqrt(random.nextDouble());
            double angle = random.nextDouble(2 * Math.PI);
            double heardLon = lon + r * Math.cos(angle) / frame.metersPerLonDegree();
            double heardLat = lat + r * Math.sin(angle) / frame.metersPerLatDegree();
            List<BorderDistance.Share> shares = OwnedShares.of(
                    borders.shares(heardLon, heardLat, accuracy),
                    index -> shapes.get(index).polygon(),
                    heardLon,
                    heardLat,
                    accuracy);
            double gap =
                    1 - shares.stream().mapToDouble(BorderDistance.Share::share).sum();
            boolean gapIsBest = shares.isEmpty() || gap > shares.get(0).share();
            double best = gapIsBest ? gap : shares.get(0).share();
            int answer = gapIsBest ? GridLocator.NONE : shares.get(0).index();
            int bin = (int) (best * BINS + 1e-9);
            asked[bin]++;
            said[bin] += best;
            right[bin] += answer == locator.locate(lon, lat) ? 1 : 0;
        }
        for (int bin = 0; bin <= BINS; bin++) {
            if (asked[bin] > 500) {
                assertThat(right[bin] / (double) asked[bin])
                        .as("answers with a best share of about %s", said[bin] / asked[bin])
                        .isCloseTo(said[bin] / asked[bin], within(0.03));
            }
        }
        assertThat(right[BINS]).as("a whole disc is never wrong").isEqualTo(asked[BINS]);
    }

    /** Squares of {@code step} degrees; spots are drawn from them and from the gap round them. */
    private static List<GridShape> checkers(int count, double step) {
        List<GridShape> shapes = new ArrayList<>();
        for (int x = 0; x < count; x++) {
            for (int y = 0; y < count; y++) {
                shapes.add(new GridShape(
                        "G" + (char) ('A' + x) + (char) ('A' + y),
                        FACTORY.toGeometry(new Envelope(
                                122 + x * step, 122 + (x + 1) * step, 30 + y * step, 30 + (y + 1) * step))));
            }
        }
        return shapes;
    }
}
