package org.gridward.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.bench.BenchLine;
import org.gridward.bench.ExactOracle;
import org.gridward.geometry.GridLocator;

/**
 * The locator against an oracle in exact arithmetic, on random points and on {@link HardPoints}, for each layer, on all
 * cores. The batch form and the one-point form are both compared; the goal is zero disagreements.
 */
final class ExactnessCase implements BenchCase {

    private static final int BLOCK = 50_000;

    /** The lowest index of the grids that hold a point, or {@link GridLocator#NONE}; safe for threads. */
    @FunctionalInterface
    interface Oracle {
        int locate(double lon, double lat);
    }

    /** Fills a block with the points from that number on. */
    @FunctionalInterface
    private interface Source {
        void fill(double[] lonLat, long first);
    }

    @Override
    public List<BenchLine> run(Setup setup) throws Exception {
        List<BenchLine> lines = new ArrayList<>();
        lines.add(compare(setup.micro(), oracle(setup.micro()), setup.points()));
        lines.add(compare(setup.grid(), oracle(setup.grid()), setup.points()));
        Optional<BenchLayer> chicago = setup.chicago();
        if (chicago.isPresent()) {
            lines.add(compare(chicago.get(), oracle(chicago.get()), setup.points()));
        }
        return lines;
    }

    private static Oracle oracle(BenchLayer layer) {
        return new ExactOracle(layer.shapes())::locate;
    }

    /** @param count of random points; of adversarial ones at least as many, and five an edge in a full run */
    static BenchLine compare(BenchLayer layer, Oracle oracle, int count) throws Exception {
        HardPoints hard = new HardPoints(layer.shapes());
        int adversarial = Math.max(count, count >= 10_000_000 ? 5 * hard.edgeCount() : 0);
        double[] points = layer.points(count);
        long random = disagreements(
                layer,
                oracle,
                count,
                (block, first) -> System.arraycopy(points, (int) (2 * first), block, 0, block.length),
                "random");
        long worst = disagreements(layer, oracle, adversarial, hard::fill, "adversarial");
        layer.forget();
        return new BenchLine(
                "locate",
                "exactness-" + layer.name(),
                random + worst,
                0,
                false,
                String.format(Locale.ROOT, "%.1fM-random,%.1fM-adversarial", count / 1e6, adversarial / 1e6),
                "exact-oracle",
                random + worst == 0);
    }

    private static long disagreements(BenchLayer layer, Oracle oracle, int count, Source source, String kind)
            throws Exception {
        GridLocator ours = layer.locator();
        AtomicLong next = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            workers.add(pool.submit(() -> {
                for (long from = next.getAndAdd(BLOCK); from < count; from = next.getAndAdd(BLOCK)) {
                    double[] block = new double[2 * (int) Math.min(BLOCK, count - from)];
                    source.fill(block, from);
                    wrong.addAndGet(wrong(ours, oracle, block));
                    if (from / BLOCK % 40 == 0) {
                        Setup.say(layer.name() + ", " + kind + ": " + (from + block.length / 2) + " of " + count + ", "
                                + wrong + " wrong");
                    }
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        pool.shutdown();
        return wrong.get();
    }

    private static int wrong(GridLocator ours, Oracle oracle, double[] block) {
        int[] found = new int[block.length / 2];
        ours.locate(block, found);
        int wrong = 0;
        for (int i = 0; i < found.length; i++) {
            double lon = block[2 * i];
            double lat = block[2 * i + 1];
            int truth = oracle.locate(lon, lat);
            int single = ours.locate(lon, lat);
            if (found[i] != truth || single != truth) {
                wrong++;
            }
            if (wrong == 1 && (found[i] != truth || single != truth)) {
                Setup.say("DIFFERS at " + lon + " " + lat + ": batch " + found[i] + ", single " + single + ", truth "
                        + truth);
            }
        }
        return wrong;
    }
}
