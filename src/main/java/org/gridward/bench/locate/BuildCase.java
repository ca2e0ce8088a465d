package org.gridward.bench.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.gridward.bench.BenchLine;
import org.gridward.geometry.GridLocator;
import org.gridward.geometry.GridShape;
import org.locationtech.jts.geom.Coordinate;

/**
 * The locator of 20,000 micro-grids: CPU seconds of the whole process to build it when warm, bytes beside its vertices, and
 * how long a redraw of ten grids takes until the next question is answered by it (in memory). The changed locator answers
 * every point as one that is built anew.
 */
final class BuildCase implements BenchCase {

    private static final double CPU_GOAL_SECONDS = 0.5;
    private static final double BYTES_GOAL_MB = 50;
    private static final double LIVE_GOAL_MILLIS = 50;
    private static final int ROUNDS = 8;
    private static final int CHANGED = 10;

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        BenchLayer layer = setup.micro();
        double seconds = Rounds.best(ROUNDS, Rounds.processCpu(() -> GridLocator.build(layer.shapes())))[0];
        double megabytes = layer.locator().bytes() / 1e6;
        List<BenchLine> lines = new ArrayList<>();
        lines.add(limit("build-20000-cpu", seconds, CPU_GOAL_SECONDS, "%.2fs", null));
        lines.add(limit("build-20000-bytes", megabytes, BYTES_GOAL_MB, "%.1fMB", null));
        lines.add(change(layer, setup));
        return lines;
    }

    /** The median of changes at different places, each from the same edition. */
    private static BenchLine change(BenchLayer layer, Setup setup) {
        AtomicReference<GridLocator> live = new AtomicReference<>(layer.locator());
        List<Double> millis = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            Coordinate place = layer.shapes()
                    .get(997 * (i + 1))
                    .polygon()
                    .getInteriorPoint()
                    .getCoordinate();
            List<GridShape> changed = Redraw.of(layer.shapes(), place.x, place.y, CHANGED);
            live.set(layer.locator());
            long start = System.nanoTime();
            live.set(live.get().with(changed, List.of()));
            live.get().locate(place.x, place.y);
            millis.add((System.nanoTime() - start) / 1e6);
            same &= i % ROUNDS != 0 || sameAsBuilt(layer, changed, live.get(), setup.joined());
        }
        millis.sort(null);
        return limit("change-10-of-20000-live", millis.get(millis.size() / 2), LIVE_GOAL_MILLIS, "%.2fms", same);
    }

    private static boolean sameAsBuilt(BenchLayer layer, List<GridShape> changed, GridLocator live, int points) {
        GridLocator built = GridLocator.build(Redraw.applied(layer.shapes(), changed));
        int[] one = new int[points];
        int[] other = new int[points];
        double[] anywhere = Arrays.copyOf(layer.points(10 * points), 2 * points);
        double[] near = new double[2 * points];
        new HardPoints(changed).fill(near, 0);
        boolean same = true;
        for (double[] spots : List.of(anywhere, near)) {
            live.locate(spots, one);
            built.locate(spots, other);
            same &= Arrays.equals(one, other);
        }
        return same;
    }

    private static BenchLine limit(String test, double measured, double goal, String format, Boolean same) {
        return new BenchLine(
                "locate",
                test,
                measured / goal,
                1,
                false,
                String.format(Locale.ROOT, format, measured),
                String.format(Locale.ROOT, format, goal) + "(limit)",
                same);
    }
}
