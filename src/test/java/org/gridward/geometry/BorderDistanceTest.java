package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridward.geometry.Wkt.box;
import static org.gridward.geometry.Wkt.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.gridward.geometry.BorderDistance.Nearest;
import org.gridward.geometry.BorderDistance.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class BorderDistanceTest {

    private static final List<GridShape> THREE = List.of(
            box("A", 122.00, 30.00, 122.01, 30.01),
            box("B", 122.01, 30.00, 122.02, 30.01),
            box("C", 122.02, 30.00, 122.03, 30.01));

    @Test
    void measuresToTheOwnBorderAndToTheNextGrid() {
        Nearest nearest = BorderDistance.build(THREE).nearest(122.009, 30.005);

        assertThat(nearest.owner()).isZero();
        assertThat(nearest.runnerUp()).isEqualTo(1);
        assertThat(nearest.distanceToBorderMeters()).isCloseTo(meters(122.009, 30.005, 122.01, 30.005), within(0.01));
        assertThat(nearest.runnerUpMeters()).isEqualTo(nearest.distanceToBorderMeters());
    }

    @Test
    void tellsTheOuterBorderFromTheBorderToANeighbour() {
        Nearest nearest = BorderDistance.build(THREE).nearest(122.003, 30.0001);

        assertThat(nearest.distanceToBorderMeters()).isCloseTo(meters(122.003, 30, 122.003, 30.0001), within(0.001));
        assertThat(nearest.runnerUp()).isEqualTo(1);
        assertThat(nearest.runnerUpMeters()).isCloseTo(meters(122.003, 30.0001, 122.01, 30.0001), within(0.05));
    }

    @Test
    void givesZeroToTheNeighbourOnASharedBorder() {
        Nearest nearest = BorderDistance.build(THREE).nearest(122.01, 30.004);

        assertThat(nearest.owner()).isZero();
        assertThat(nearest.distanceToBorderMeters()).isCloseTo(0, within(1e-9));
        assertThat(nearest.runnerUp()).isEqualTo(1);
        assertThat(nearest.runnerUpMeters()).isZero();
    }

    @Test
    void givesZeroToTheSecondHolderOfAnOverlap() {
        BorderDistance distance = BorderDistance.build(
                List.of(box("part", 122.001, 30.001, 122.002, 30.002), box("whole", 122.0, 30.0, 122.01, 30.01)));

        Nearest nearest = distance.nearest(122.0015, 30.0015);

        assertThat(nearest.owner()).isZero();
        assertThat(nearest.distanceToBorderMeters()).isBetween(40.0, 60.0);
        assertThat(nearest.runnerUp()).isEqualTo(1);
        assertThat(nearest.runnerUpMeters()).isZero();
    }

    @Test
    void takesTheSideOfAGridThatOnlyLiesNear() {
        Nearest nearest = BorderDistance.build(THREE).nearest(1, 122.009, 30.005);

        assertThat(nearest.owner()).isEqualTo(1);
        assertThat(nearest.distanceToBorderMeters()).isBetween(96.0, 97.0);
        assertThat(nearest.runnerUp()).isZero();
        assertThat(nearest.runnerUpMeters()).isZero();
    }

    @Test
    void measuresToTheNearestGridFromOutside() {
        Nearest nearest = BorderDistance.build(THREE).nearest(122.025, 30.02);

        assertThat(nearest.owner()).isEqualTo(GridLocator.NONE);
        assertThat(nearest.runnerUp()).isEqualTo(2);
        assertThat(nearest.runnerUpMeters()).isCloseTo(meters(122.025, 30.01, 122.025, 30.02), within(0.2));
        assertThat(nearest.distanceToBorderMeters()).isEqualTo(nearest.runnerUpMeters());
    }

    @Test
    void findsTheRunnerUpHoweverFar() {
        BorderDistance distance =
                BorderDistance.build(List.of(box("A", 0, 0, 0.001, 0.001), box("B", 170, 80, 171, 81)));

        assertThat(distance.nearest(0.0005, 0.0005).runnerUp()).isEqualTo(1);
        assertThat(distance.nearest(-180, -90).runnerUp()).isZero();
    }

    @Test
    void hasNoRunnerUpWhereThereIsNone() {
        Nearest alone = BorderDistance.build(List.of(THREE.get(0))).nearest(122.005, 30.005);
        Nearest nothing = BorderDistance.build(List.of()).nearest(122.005, 30.005);

        assertThat(alone.runnerUp()).isEqualTo(GridLocator.NONE);
        assertThat(alone.runnerUpMeters()).isInfinite();
        assertThat(alone.distanceToBorderMeters()).isBetween(450.0, 500.0);
        assertThat(nothing.owner()).isEqualTo(GridLocator.NONE);
        assertThat(nothing.distanceToBorderMeters()).isInfinite();
    }

    @Test
    void measuresToTheBorderOfAHole() {
        BorderDistance distance = BorderDistance.build(List.of(grid(
                "A",
                "POLYGON ((122 30, 122.1 30, 122.1 30.1, 122 30.1, 122 30),"
                        + " (122.04 30.04, 122.06 30.04, 122.06 30.06, 122.04 30.06, 122.04 30.04))")));

        assertThat(distance.nearest(122.05, 30.039).distanceToBorderMeters()).isBetween(110.0, 111.5);
        assertThat(distance.nearest(122.05, 30.05).owner()).isEqualTo(GridLocator.NONE);
    }

    @ParameterizedTest(name = "latitude {0}, about {1} m: within {2}")
    @CsvSource({"0, 900, 1e-4", "30, 900, 1e-4", "50, 900, 1e-4", "30, 9000, 1e-3", "50, 9000, 1e-3"})
    void keepsTheErrorItPromises(double lat, double meters, double relative) {
        Random random = new Random(7);
        double degrees = meters / 111_000;
        for (int i = 0; i < 200; i++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double lon2 = 122 + degrees * Math.cos(angle) / Math.cos(Math.toRadians(lat));
            double lat2 = lat + degrees * Math.sin(angle);
            Nearest nearest = BorderDistance.build(List.of(box("dot", lon2, lat2, lon2 + 1e-9, lat2 + 1e-9)))
                    .nearest(122, lat);
            double truth = meters(122, lat, lon2, lat2);
            assertThat(nearest.runnerUpMeters()).isCloseTo(truth, within(truth * relative + 1e-3));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 5150})
    void equalsAScanOfAllBorders(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 7, 6, 6, 0.01);
        List<GridShape> byCode = CellGridLocator.ordered(city);
        BorderDistance distance = BorderDistance.build(city);
        GridLocator locator = GridLocator.build(city);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            double lon = 121.99 + random.nextDouble() * 0.09;
            double lat = 29.89 + random.nextDouble() * 0.08;
            Nearest nearest = distance.nearest(lon, lat);
            int owner = locator.locate(lon, lat);
            double own = Double.POSITIVE_INFINITY;
            double other = Double.POSITIVE_INFINITY;
            for (int k = 0; k < byCode.size(); k++) {
                double meters = scan(byCode.get(k), lon, lat);
                own = k == owner ? meters : own;
                other = k == owner ? other : Math.min(other, meters);
            }
            assertThat(nearest.owner()).isEqualTo(owner);
            assertThat(nearest.runnerUpMeters()).as("seed %d", seed).isCloseTo(other, within(1e-6));
            assertThat(nearest.distanceToBorderMeters())
                    .as("seed %d", seed)
                    .isCloseTo(owner == GridLocator.NONE ? other : own, within(1e-6));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 77})
    void answersAfterAChangeAsIfBuiltAnew(long seed) {
        List<GridShape> city = new ArrayList<>(RandomPartition.of(seed, 6, 6, 9, 0.01));
        BorderDistance before = BorderDistance.build(city);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            before.nearest(122 + random.nextDouble() * 0.06, 29.9 + random.nextDouble() * 0.06);
        }
        GridShape merged = city.remove(7);
        GridShape grown = city.remove(3);
        city.add(new GridShape(grown.code(), grown.polygon().union(merged.polygon())));
        city.add(box("new", 122.07, 29.9, 122.08, 29.91));
        BorderDistance changed = before.with(city, GridLocator.build(city));
        BorderDistance anew = BorderDistance.build(city);
        for (int i = 0; i < 2000; i++) {
            double lon = 121.99 + random.nextDouble() * 0.09;
            double lat = 29.89 + random.nextDouble() * 0.08;
            assertThat(changed.nearest(lon, lat)).as("seed %d", seed).isEqualTo(anew.nearest(lon, lat));
        }
    }

    @Test
    void namesTheLowestCodeAmongEqualsHoweverManyThereAre() {
        List<GridShape> row = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            row.add(box(String.format("g%02d", (i * 7) % 40), 122 + i * 0.01, 30, 122.01 + i * 0.01, 30.0078125));
        }
        row.add(box("a-far", 122.0, 30.0234375, 122.4, 30.03));
        Nearest between = BorderDistance.build(row).nearest(122.105, 30.015625);

        assertThat(between.owner()).isEqualTo(GridLocator.NONE);
        assertThat(between.runnerUp()).isZero();
    }

    @Test
    void halvesTheDiscOnAStraightBorder() {
        List<Share> shares = BorderDistance.build(THREE).shares(122.01, 30.005, 50);

        assertThat(shares).extracting(Share::index).containsExactlyInAnyOrder(0, 1);
        assertThat(shares).allSatisfy(share -> assertThat(share.share()).isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void givesTheWholeDiscToTheOwnerFarFromItsBorder() {
        assertThat(BorderDistance.build(THREE).shares(122.005, 30.005, 50)).containsExactly(new Share(0, 1));
        assertThat(BorderDistance.build(THREE).shares(122.005, 30.005, 0)).containsExactly(new Share(0, 1));
        assertThat(BorderDistance.build(THREE).shares(122.5, 30.5, 50)).isEmpty();
    }

    @Test
    void leavesTheShareOutsideEveryGridUnassigned() {
        List<Share> shares = BorderDistance.build(THREE).shares(122.015, 30.0, 30);

        assertThat(shares).hasSize(1);
        assertThat(shares.get(0).share()).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 909})
    void dividesTheDiscAsCountingPointsDoes(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 6, 5, 0.003);
        GridLocator locator = GridLocator.build(city);
        BorderDistance distance = BorderDistance.build(city, locator);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            double lon = 122 + random.nextDouble() * 0.018;
            double lat = 29.9 + random.nextDouble() * 0.018;
            double radius = 20 + random.nextDouble() * 400;
            double[] counted = count(locator, lon, lat, radius);
            double sum = 0;
            for (Share share : distance.shares(lon, lat, radius)) {
                assertThat(share.share())
                        .as("seed %d at %s %s, %s m", seed, lon, lat, radius)
                        .isCloseTo(counted[share.index()], within(0.01));
                sum += share.share();
            }
            assertThat(sum).isLessThanOrEqualTo(1 + 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN, 30, 1", "122, Infinity, 1", "122, 30, -1", "122, 30, NaN", "122, 30, Infinity", "122, 91, 1"})
    void refusesNumbersThatAreNoPlaceOrLength(double lon, double lat, double radius) {
        BorderDistance distance = BorderDistance.build(THREE);

        assertThatThrownBy(() -> distance.shares(lon, lat, radius)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Shares by a sunflower of 20,000 points. */
    private static double[] count(GridLocator locator, double lon, double lat, double radius) {
        GroundFrame frame = GroundFrame.at(lat);
        double[] counted = new double[locator.size()];
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double r = radius * Math.sqrt((i + 0.5) / n);
            double angle = i * Math.PI * (3 - Math.sqrt(5));
            int index = locator.locate(
                    lon + r * Math.cos(angle) / frame.metersPerLonDegree(),
                    lat + r * Math.sin(angle) / frame.metersPerLatDegree());
            if (index != GridLocator.NONE) {
                counted[index] += 1.0 / n;
            }
        }
        return counted;
    }

    private static double scan(GridShape shape, double lon, double lat) {
        GroundFrame frame = GroundFrame.at(lat);
        var scaled = shape.polygon().copy();
        for (Coordinate c : scaled.getCoordinates()) {
            c.x = (c.x - lon) * frame.metersPerLonDegree();
            c.y = (c.y - lat) * frame.metersPerLatDegree();
        }
        scaled.geometryChanged();
        return scaled.getBoundary().distance(scaled.getFactory().createPoint(new Coordinate(0, 0)));
    }

    private static double meters(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
    }
}
