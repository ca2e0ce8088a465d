package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class OwnedSharesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double LON = 122.1;
    private static final double LAT = 30.0;

    /** A and B overlap by a strip, C touches B, a gap lies between A and C; D lies inside B. */
    private static final List<GridShape> SHAPES = List.of(
            box("A", 0, 0, 60, 100), box("B", 50, 0, 120, 70), box("C", 50, 75, 120, 160), box("D", 80, 20, 90, 30));

    @Test
    void addUpToOneWithTheGapWhereGridsOverlap() {
        BorderDistance borders = BorderDistance.build(SHAPES);
        GridLocator locator = GridLocator.build(SHAPES);
        Random random = new Random(20261125);
        for (int n = 0; n < 60; n++) {
            double lon = lon(random.nextDouble(140) - 10);
            double lat = lat(random.nextDouble(180) - 10);
            double radius = 1 + random.nextDouble(60);
            List<BorderDistance.Share> owned = OwnedShares.of(
                    borders.shares(lon, lat, radius), index -> SHAPES.get(index).polygon(), lon, lat, radius);
            double[] drawn = monteCarlo(locator, lon, lat, radius, random);
            double sum = 0;
            for (BorderDistance.Share share : owned) {
                assertThat(share.share())
                        .as("grid %s of the disc at %s %s, %s m", share.index(), lon, lat, radius)
                        .isCloseTo(drawn[share.index()], within(0.015));
                sum += share.share();
            }
            assertThat(1 - sum).isBetween(-1e-9, 1.0).isCloseTo(drawn[SHAPES.size()], within(0.015));
        }
    }

    @Test
    void areThoseOfTheKernelWhereNothingOverlaps() {
        List<GridShape> two = List.of(box("A", 0, 0, 50, 100), box("B", 50, 0, 100, 100));
        BorderDistance borders = BorderDistance.build(two);
        List<BorderDistance.Share> whole = borders.shares(lon(48), lat(50), 20);
        assertThat(OwnedShares.of(whole, index -> two.get(index).polygon(), lon(48), lat(50), 20))
                .isSameAs(whole);
        List<BorderDistance.Share> edge = borders.shares(lon(48), lat(2), 20);
        assertThat(OwnedShares.of(edge, index -> two.get(index).polygon(), lon(48), lat(2), 20))
                .isEqualTo(edge);
    }

    /** The owners of points drawn evenly from the disc, by the locator: an independent way to the same shares. */
    private static double[] monteCarlo(GridLocator locator, double lon, double lat, double radius, Random random) {
        int points = 40_000;
        GroundFrame frame = GroundFrame.at(lat);
        double[] shares = new double[locator.size() + 1];
        for (int i = 0; i < points; i++) {
            double r = radius * Math.sqrt(random.nextDouble());
            double angle = random.nextDouble(2 * Math.PI);
            int owner = locator.locate(
                    lon + r * Math.cos(angle) / frame.metersPerLonDegree(),
                    lat + r * Math.sin(angle) / frame.metersPerLatDegree());
            shares[owner == GridLocator.NONE ? locator.size() : owner] += 1.0 / points;
        }
        return shares;
    }

    private static GridShape box(String code, double west, double south, double east, double north) {
        return new GridShape(code, FACTORY.toGeometry(new Envelope(lon(west), lon(east), lat(south), lat(north))));
    }

    private static double lon(double meters) {
        return LON + meters / GroundFrame.at(LAT).metersPerLonDegree();
    }

    private static double lat(double meters) {
        return LAT + meters / GroundFrame.at(LAT).metersPerLatDegree();
    }
}
