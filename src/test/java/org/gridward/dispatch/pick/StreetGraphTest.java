package org.gridward.dispatch.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridward.geodesy.LocalFrame;
import org.gridward.platform.GeoJson;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Metres along streets: around a river, from the middle of a block, and against every pair of a random town. */
class StreetGraphTest {

    private static final double STEP = 0.001;

    /** Two streets on either side of a river, joined by one bridge far to the east. */
    @Test
    void goesAroundByTheBridgeWhereTheStraightLineWouldSwim() {
        StreetGraph graph = StreetGraph.of(List.of(line(0, 0, 10, 0), line(0, 1, 10, 1), line(10, 0, 10, 1)));
        double straight = graph.straight(lon(0), lat(0), lon(0), lat(1));
        double along = graph.reach(lon(0), lat(0), 1e6).to(lon(0), lat(1));
        assertThat(along).isGreaterThan(15 * straight);
        double block = LocalFrame.at(lon(0), lat(0)).metersBetween(lon(0), lat(0), lon(1), lat(0));
        assertThat(along).isCloseTo(20 * block + straight, within(1.0));
    }

    @Test
    void countsTheWayToTheStreetAndTheWayOffIt() {
        StreetGraph graph = StreetGraph.of(List.of(line(0, 0, 10, 0)));
        double off = graph.straight(lon(5), lat(0), lon(5), lat(0.4));
        assertThat(graph.reach(lon(2), lat(0), 1e6).to(lon(5), lat(0.4)))
                .isCloseTo(off + graph.straight(lon(2), lat(0), lon(5), lat(0)), within(0.5));
        assertThat(graph.reach(lon(2.2), lat(0), 1e6).to(lon(2.6), lat(0)))
                .as("on one and the same segment")
                .isCloseTo(graph.straight(lon(2.2), lat(0), lon(2.6), lat(0)), within(0.1));
    }

    @Test
    void leadsNowhereFromAnIslandOrWithoutAStreet() {
        StreetGraph graph = StreetGraph.of(List.of(line(0, 0, 1, 0), line(5, 5, 6, 5)));
        assertThat(graph.reach(lon(0), lat(0), 1e6).to(lon(6), lat(5))).isInfinite();
        assertThat(StreetGraph.of(List.of()).reach(lon(0), lat(0), 1e6).to(lon(0), lat(0)))
                .isInfinite();
        assertThat(graph.reach(lon(100), lat(100), 1e6).to(lon(0), lat(0))).isInfinite();
    }

    @Test
    void agreesWithTheShortestWaysOfARandomTownCountedByAnotherMethod() {
        long seed = 20261125;
        Random random = new Random(seed);
        int size = 6;
        List<Geometry> streets = new ArrayList<>();
        double[][] meters = new double[size * size][size * size];
        for (double[] row : meters) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                meters[x * size + y][x * size + y] = 0;
                join(streets, meters, size, x, y, x + 1, y, random);
                join(streets, meters, size, x, y, x, y + 1, random);
            }
        }
        for (int k = 0; k < size * size; k++) {
            for (int i = 0; i < size * size; i++) {
                for (int j = 0; j < size * size; j++) {
                    meters[i][j] = Math.min(meters[i][j], meters[i][k] + meters[k][j]);
                }
            }
        }
        StreetGraph graph = StreetGraph.of(streets);
        for (int i = 0; i < size * size; i++) {
            StreetGraph.Reach reach = graph.reach(lon(i / size), lat(i % size), 1e6);
            for (int j = 0; j < size * size; j++) {
                double found = reach.to(lon(j / size), lat(j % size));
                if (Double.isFinite(meters[i][j])) {
                    assertThat(found).as("seed %s: %s to %s", seed, i, j).isCloseTo(meters[i][j], within(1.0));
                }
            }
        }
    }

    private static void join(
            List<Geometry> streets, double[][] meters, int size, int x1, int y1, int x2, int y2, Random random) {
        if (x2 >= size || y2 >= size || random.nextInt(4) == 0) {
            return;
        }
        streets.add(line(x1, y1, x2, y2));
        LocalFrame frame = LocalFrame.at(lon(size / 2.0), lat(size / 2.0));
        double length = Math.hypot(frame.x(lon(x2)) - frame.x(lon(x1)), frame.y(lat(y2)) - frame.y(lat(y1)));
        meters[x1 * size + y1][x2 * size + y2] = length;
        meters[x2 * size + y2][x1 * size + y1] = length;
    }

    private static Geometry line(double x1, double y1, double x2, double y2) {
        return GeoJson.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(lon(x1), lat(y1)), new Coordinate(lon(x2), lat(y2))});
    }

    private static double lon(double x) {
        return 122.1 + x * STEP;
    }

    private static double lat(double y) {
        return 30.0 + y * STEP;
    }
}
