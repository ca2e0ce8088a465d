package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Each test names its seed: run it again with that number to see the same city and the same points. */
class GridLocatorInvariantsTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20130101, 987654321})
    void equalsBruteForceAtVerticesMidpointsAndOneUlpBeside(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 6, 5, 7, 0.01);
        GridLocator locator = GridLocator.build(city);
        List<GridShape> byCode = CellGridLocator.ordered(city);

        for (Coordinate point : adversaries(city, new Random(seed))) {
            int[] expected = holders(byCode, point);
            assertThat(locator.locateAll(point.x, point.y))
                    .as("seed %d at %s %s", seed, point.x, point.y)
                    .isEqualTo(expected);
            assertThat(locator.locate(point.x, point.y))
                    .as("seed %d at %s %s", seed, point.x, point.y)
                    .isEqualTo(expected.length == 0 ? GridLocator.NONE : expected[0]);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 77, 424242})
    void equalsBruteForceWherePolygonsOverlapAtRandom(long seed) {
        Random random = new Random(seed);
        List<GridShape> blobs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Geometry disc = SHAPES.createPoint(new Coordinate(122 + random.nextDouble(), 30 + random.nextDouble()))
                    .buffer(0.01 + random.nextDouble() * 0.3, 2 + random.nextInt(6));
            blobs.add(new GridShape("%02d".formatted(random.nextInt(100) * 100 + i), disc));
        }
        GridLocator locator = GridLocator.build(blobs);
        List<GridShape> byCode = CellGridLocator.ordered(blobs);

        for (Coordinate point : adversaries(blobs, random)) {
            assertThat(locator.locateAll(point.x, point.y))
                    .as("seed %d at %s %s", seed, point.x, point.y)
                    .isEqualTo(holders(byCode, point));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 31337})
    void placesEveryPointOfACityInExactlyOneGrid(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 12, 9, 5, 0.02);
        GridLocator locator = GridLocator.build(city);
        Random random = new Random(seed);

        for (int i = 0; i < 200_000; i++) {
            double lon = 122 + random.nextDouble() * 0.24;
            double lat = 29.9 + random.nextDouble() * 0.18;
            assertThat(locator.locateAll(lon, lat))
                    .as("seed %d at %s %s", seed, lon, lat)
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 99})
    void givesTheSameAnswerWhateverTheOrderOfTheGrids(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 8, 8, 3, 0.005);
        List<GridShape> shuffled = new ArrayList<>(city);
        Collections.shuffle(shuffled, new Random(seed));
        GridLocator one = GridLocator.build(city);
        GridLocator other = GridLocator.build(shuffled);

        for (Coordinate point : adversaries(city, new Random(seed))) {
            int index = one.locate(point.x, point.y);
            assertThat(other.locate(point.x, point.y)).isEqualTo(index);
            if (index != GridLocator.NONE) {
                assertThat(other.code(index)).isEqualTo(one.code(index));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5})
    void answersManyThreadsAsOne(long seed) {
        List<GridShape> city = RandomPartition.of(seed, 8, 8, 9, 0.005);
        List<Coordinate> points = adversaries(city, new Random(seed));
        GridLocator alone = GridLocator.build(city);
        int[] expected = points.stream().mapToInt(p -> alone.locate(p.x, p.y)).toArray();
        GridLocator shared = GridLocator.build(city);

        int[] found = IntStream.range(0, points.size())
                .parallel()
                .map(i -> shared.locate(points.get(i).x, points.get(i).y))
                .toArray();

        assertThat(found).isEqualTo(expected);
    }

    /** Vertices, midpoints of edges, each moved by one double or by 1e-9 degrees, and points anywhere. */
    private static List<Coordinate> adversaries(List<GridShape> shapes, Random random) {
        List<Coordinate> points = new ArrayList<>();
        for (GridShape shape : shapes) {
            Coordinate[] ring = shape.polygon().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                double along = random.nextDouble();
                surround(points, ring[i].x, ring[i].y);
                surround(points, (ring[i].x + ring[i - 1].x) / 2, (ring[i].y + ring[i - 1].y) / 2);
                points.add(new Coordinate(
                        ring[i].x + (ring[i - 1].x - ring[i].x) * along,
                        ring[i].y + (ring[i - 1].y - ring[i].y) * along));
                points.add(new Coordinate(ring[i].x, ring[random.nextInt(ring.length)].y));
            }
        }
        return points;
    }

    private static void surround(List<Coordinate> points, double x, double y) {
        points.add(new Coordinate(x, y));
        points.add(new Coordinate(Math.nextUp(x), y));
        points.add(new Coordinate(Math.nextDown(x), y));
        points.add(new Coordinate(x, Math.nextUp(y)));
        points.add(new Coordinate(x, Math.nextDown(y)));
        points.add(new Coordinate(x + 1e-9, y - 1e-9));
        points.add(new Coordinate(x - 1e-9, y + 1e-9));
    }

    private static int[] holders(List<GridShape> byCode, Coordinate at) {
        Point point = SHAPES.createPoint(at);
        return IntStream.range(0, byCode.size())
                .filter(i -> byCode.get(i).polygon().covers(point))
                .toArray();
    }
}
