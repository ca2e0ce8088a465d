package org.gridward.bench.loop;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridward.bench.BenchLine;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;

/**
 * The way from a commit to the screens: one client of the stream, reports one at a time with pauses in between. Measured is
 * from the moment before the request is sent to the moment when its event is read, so the whole report is in it: an upper
 * bound. Peer: a bare {@code NOTIFY} from one connection to another on the same cluster, in the same run.
 */
final class StreamCase implements LoopCase {

    private static final long PAUSE_NANOS = 50_000_000;
    private static final double P50_GOAL_MILLIS = 5;
    private static final double P99_GOAL_MILLIS = 30;

    @Override
    public List<BenchLine> run(LoopSetup setup) throws Exception {
        Instance demo = setup.demo();
        int times = setup.quick() ? 40 : 600;
        new HttpLoad(demo.url(), setup.reports()).perSecond(4, setup.quick() ? 4 : 15);
        double[] ours = ours(demo, setup, times);
        double[] peer;
        try (Connection sender = demo.connect();
                Connection receiver = demo.connect()) {
            peer = new BareNotify(sender, receiver).millis(times, PAUSE_NANOS);
        }
        return List.of(
                line("commit-to-event-p50", quantile(ours, 0.5), P50_GOAL_MILLIS, quantile(peer, 0.5)),
                line("commit-to-event-p99", quantile(ours, 0.99), P99_GOAL_MILLIS, quantile(peer, 0.99)));
    }

    private static double[] ours(Instance demo, LoopSetup setup, int times) throws Exception {
        double[] millis = new double[times];
        byte[][] reports = setup.reports();
        HttpLoad poster = new HttpLoad(demo.url(), reports);
        try (EventReader events = EventReader.open(demo)) {
            for (int i = 0; i < times; i++) {
                String id = IntakeCase.id(poster.ask(reports[i % reports.length]));
                millis[i] = events.arrivalOf(id).toNanos() / 1e6;
                java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return millis;
    }

    /** The goal is in milliseconds: the ratio is to the goal, the peer stands beside. */
    private static BenchLine line(String name, double ours, double goal, double peer) {
        return new BenchLine(
                "loop",
                name,
                ours / goal,
                1,
                false,
                String.format(Locale.ROOT, "%.2fms", ours),
                String.format(Locale.ROOT, "%.0fms(goal),notify=%.2fms,x%.1f", goal, peer, ours / peer),
                null);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
