package org.gridward.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gridward.bench.WigglyCity;
import org.junit.jupiter.api.Test;

class PointBandsTest {

    private static final long SEED = 20261125;

    @Test
    void pointsSortedByBandsGetTheAnswersOfPointsAskedOneByOne() {
        WigglyCity city = WigglyCity.of(5_000, 40, SEED);
        GridLocator locator = GridLocator.build(city.microGrids());
        double[] points = city.points(300_000, SEED);
        points[0] = Double.NaN;
        points[3] = Double.POSITIVE_INFINITY;
        points[4] = -1e308;
        CellTable table = ((CellGridLocator) locator).table;
        assertThat(PointBands.worthwhile(table, points, 0, points.length / 2)).isTrue();
        assertBatchEqualsSingle(locator, points);
    }

    @Test
    void anOrderOfItsOwnIsLeftAlone() {
        WigglyCity city = WigglyCity.of(5_000, 40, SEED);
        CellTable table = ((CellGridLocator) GridLocator.build(city.microGrids())).table;
        double[] points = city.points(300_000, SEED);
        double[] rows = byLatitude(points);
        assertThat(PointBands.worthwhile(table, rows, 0, rows.length / 2)).isFalse();
        assertThat(PointBands.worthwhile(table, points, 0, 1_000)).isFalse();
    }

    @Test
    void answersStayRightAfterARedrawThatMovedRecords() {
        WigglyCity city = WigglyCity.of(5_000, 40, SEED);
        List<GridShape> grids = city.microGrids();
        GridLocator redrawn = GridLocator.build(grids)
                .with(
                        List.of(new GridShape("a-new-one", grids.get(7).polygon())),
                        List.of(grids.get(7).code()));
        assertBatchEqualsSingle(redrawn, city.points(300_000, SEED));
    }

    private static void assertBatchEqualsSingle(GridLocator locator, double[] points) {
        int[] batch = new int[points.length / 2];
        int[] single = new int[batch.length];
        int[] shared = new int[batch.length];
        locator.locate(points, batch);
        locator.locate(points, shared, 2);
        Arrays.setAll(single, i -> locator.locate(points[2 * i], points[2 * i + 1]));
        assertThat(batch).isEqualTo(single);
        assertThat(shared).isEqualTo(single);
    }

    private static double[] byLatitude(double[] points) {
        double[][] pairs = new double[points.length / 2][];
        Arrays.setAll(pairs, i -> new double[] {points[2 * i], points[2 * i + 1]});
        Arrays.sort(pairs, (a, b) -> Double.compare(a[1], b[1]));
        double[] sorted = new double[points.length];
        for (int i = 0; i < pairs.length; i++) {
            sorted[2 * i] = pairs[i][0];
            sorted[2 * i + 1] = pairs[i][1];
        }
        return sorted;
    }
}
