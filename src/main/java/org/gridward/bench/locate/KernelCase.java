package org.gridward.bench.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.geometry.GridLocator;

/**
 * One layer, one thread: batch in random order, one call per point, and points sorted by place, against {@link JtsPeer}.
 *
 * <p>A round is: all points through the batch form, all through the one-point form, one slice through JTS, all
 * sorted points through the batch form, one slice of them through JTS. Each slice that JTS answered is compared point by point with every form of ours.
 */
final class KernelCase {

    /** The least ratios; 0 where the issue sets none. */
    record Goals(double batch, double single, double sorted) {}

    private static final int ROUNDS = 5;

    private final BenchLayer layer;
    private final Goals goals;
    private final GridLocator ours;
    private final JtsPeer jts;
    private final double[] points;
    private final double[] sorted;
    private final int slice;
    private final int[] batch;
    private final int[] single;
    private final int[] peer;
    private final int[] sortedOurs;
    private final int[] sortedPeer;
    private boolean same = true;
    private boolean sameSingle = true;
    private boolean sameSorted = true;
    private int next;
    private int nextSorted;

    KernelCase(BenchLayer layer, Goals goals, int count) {
        this.layer = layer;
        this.goals = goals;
        this.ours = layer.locator();
        this.jts = new JtsPeer(layer.shapes());
        this.points = layer.points(count);
        this.slice = count / 10;
        this.sorted = PlaceOrder.sorted(points);
        this.batch = new int[count];
        this.single = new int[count];
        this.peer = new int[slice];
        this.sortedOurs = new int[count];
        this.sortedPeer = new int[slice];
    }

    List<BenchLine> run() throws Exception {
        int count = batch.length;
        double[] best = Rounds.best(
                ROUNDS,
                Rounds.cpu(1, () -> ours.locate(points, batch)),
                Rounds.cpu(1, this::eachByItself),
                Rounds.cpu(1, this::slice),
                Rounds.cpu(1, () -> ours.locate(sorted, sortedOurs)),
                Rounds.cpu(1, this::sortedSlice));
        double jtsRandom = best[2] / slice;
        List<BenchLine> lines = new ArrayList<>();
        lines.add(line("batch", best[0] / count, jtsRandom, goals.batch(), same));
        if (goals.single() > 0) {
            lines.add(line("single", best[1] / count, jtsRandom, goals.single(), sameSingle));
        }
        if (goals.sorted() > 0) {
            lines.add(line("sorted", best[3] / count, best[4] / slice, goals.sorted(), sameSorted));
        }
        return lines;
    }

    private void eachByItself() {
        for (int i = 0; i < single.length; i++) {
            single[i] = ours.locate(points[2 * i], points[2 * i + 1]);
        }
    }

    private void slice() {
        int from = next % 10 * slice;
        next++;
        jts.locate(points, from, peer);
        same &= Arrays.equals(batch, from, from + slice, peer, 0, slice);
        sameSingle &= Arrays.equals(single, from, from + slice, peer, 0, slice);
    }

    private void sortedSlice() {
        int from = nextSorted % 10 * slice;
        nextSorted++;
        jts.locate(sorted, from, sortedPeer);
        sameSorted &= Arrays.equals(sortedOurs, from, from + slice, sortedPeer, 0, slice);
    }

    private BenchLine line(String form, double ours, double peer, double goal, boolean sameAnswers) {
        return new BenchLine(
                "locate",
                form + "-" + layer.name() + "-jts",
                peer / ours,
                goal,
                true,
                nanos(ours),
                nanos(peer),
                sameAnswers);
    }

    static String nanos(double seconds) {
        return String.format(Locale.ROOT, "%.1fns/pt(%.2fM/s)", seconds * 1e9, 1e-6 / seconds);
    }
}
