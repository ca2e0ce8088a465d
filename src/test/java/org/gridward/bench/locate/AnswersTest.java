package org.gridward.bench.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gridward.bench.BenchLine;
import org.gridward.bench.WigglyCity;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.junit.jupiter.api.Test;

/** A ratio counts only with equal answers; the bench must notice when they differ, however fast they come. */
class AnswersTest {

    private static final WigglyCity CITY = WigglyCity.of(60, 4, 7);
    private static final BenchLayer LAYER = new BenchLayer("micro", CITY.microGrids(), CITY::points);
    private static final KernelCase.Goals ANY = new KernelCase.Goals(1e-9, 1e-9, 1e-9);

    @Test
    void saysThatEveryFormAnswersAsThePeerDoes() throws Exception {
        List<BenchLine> lines = new KernelCase(LAYER, ANY, 10_000).run();

        assertThat(lines).hasSize(3).allMatch(BenchLine::met).allMatch(BenchLine::sameAnswers);
    }

    @Test
    void countsFastButOtherAnswersAsMissed() throws Exception {
        List<BenchLine> lines = new KernelCase(LAYER.answeredBy(redrawn()), ANY, 10_000).run();

        assertThat(lines).hasSize(3).noneMatch(BenchLine::met).noneMatch(BenchLine::sameAnswers);
        assertThat(lines.get(0).toString()).contains("same_answers=false");
    }

    @Test
    void countsEveryPointThatTheOraclePlacesElsewhere() throws Exception {
        JtsPeer truth = new JtsPeer(LAYER.shapes());

        assertThat(ExactnessCase.compare(LAYER, truth::locate, 5_000).met()).isTrue();
        BenchLine lie = ExactnessCase.compare(LAYER, (lon, lat) -> GridLocator.NONE, 5_000);
        assertThat(lie.met()).isFalse();
        assertThat(lie.ratio()).isGreaterThan(5_000);
    }

    @Test
    void drawsTheSameHardPointsAgain() {
        HardPoints hard = new HardPoints(LAYER.shapes());
        double[] once = new double[2_000];
        double[] again = new double[2_000];
        hard.fill(once, 300);
        hard.fill(again, 300);

        assertThat(once).isEqualTo(again).doesNotContain(Double.NaN);
    }

    @Test
    void sortsByPlaceWithoutLosingAPoint() {
        double[] points = LAYER.points(1_000, 3);
        double[] sorted = PlaceOrder.sorted(points);

        assertThat(xs(sorted)).isEqualTo(xs(points));
        assertThat(steps(sorted)).isLessThan(steps(points) / 5);
    }

    /** The city after one place was redrawn. */
    private static GridLocator redrawn() {
        GridShape middle = LAYER.shapes().get(30);
        var place = middle.polygon().getInteriorPoint().getCoordinate();
        List<GridShape> changed = Redraw.of(LAYER.shapes(), place.x, place.y, 20);
        return GridLocator.build(Redraw.applied(LAYER.shapes(), changed));
    }

    private static double[] xs(double[] lonLat) {
        double[] xs = new double[lonLat.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = lonLat[2 * i];
        }
        Arrays.sort(xs);
        return xs;
    }

    /** The way from the first point to the last. */
    private static double steps(double[] lonLat) {
        double way = 0;
        for (int i = 2; i < lonLat.length; i += 2) {
            way += Math.hypot(lonLat[i] - lonLat[i - 2], lonLat[i + 1] - lonLat[i - 1]);
        }
        return way;
    }
}
