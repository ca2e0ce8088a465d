package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class LineDistanceTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void equalsTheSlowAnswerNearAndFarAndBeyondItsBox() {
        long seed = 20261125;
        Random random = new Random(seed);
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double lon = 121 + random.nextDouble() * 0.05;
            double lat = 31 + random.nextDouble() * 0.05;
            lines.add(FACTORY.createLineString(new Coordinate[] {
                new Coordinate(lon, lat),
                new Coordinate(lon + random.nextGaussian() * 0.003, lat + random.nextGaussian() * 0.003)
            }));
        }
        LineDistance index = LineDistance.of(lines);
        double top = lines.stream()
                .mapToDouble(line -> line.getEnvelopeInternal().getMaxY())
                .max()
                .orElseThrow();
        double low = lines.stream()
                .mapToDouble(line -> line.getEnvelopeInternal().getMinY())
                .min()
                .orElseThrow();
        GroundFrame frame = GroundFrame.at((top + low) / 2);
        for (int i = 0; i < 2_000; i++) {
            double lon = 120.98 + random.nextDouble() * 0.09;
            double lat = 30.98 + random.nextDouble() * 0.09;
            double slow = lines.stream()
                    .mapToDouble(line -> meters(line, lon, lat, frame))
                    .min()
                    .orElseThrow();
            assertThat(index.meters(lon, lat, 700))
                    .as("seed %d, %s %s", seed, lon, lat)
                    .isCloseTo(Math.min(700, slow), within(1e-6));
        }
    }

    @Test
    void isFarFromNothingAndFromWhatIsNoPosition() {
        assertThat(LineDistance.of(List.of()).meters(121, 31, 250)).isEqualTo(250);
        LineDistance one = LineDistance.of(List.of(
                FACTORY.createLineString(new Coordinate[] {new Coordinate(121, 31), new Coordinate(121.001, 31)})));
        assertThat(one.meters(Double.NaN, 31, 250)).isEqualTo(250);
        assertThat(one.meters(Double.POSITIVE_INFINITY, 31, 250)).isEqualTo(250);
        assertThat(one.meters(121.0005, 31, 250)).isZero();
    }

    private static double meters(LineString line, double lon, double lat, GroundFrame frame) {
        Coordinate a = flat(line.getCoordinateN(0), lon, lat, frame);
        Coordinate b = flat(line.getCoordinateN(1), lon, lat, frame);
        return org.locationtech.jts.algorithm.Distance.pointToSegment(new Coordinate(0, 0), a, b);
    }

    private static Coordinate flat(Coordinate at, double lon, double lat, GroundFrame frame) {
        return new Coordinate((at.x - lon) * frame.metersPerLonDegree(), (at.y - lat) * frame.metersPerLatDegree());
    }
}
