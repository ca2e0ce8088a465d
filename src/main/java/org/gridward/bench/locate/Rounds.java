package org.gridward.bench.locate;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Measures contenders in turn, round after round, so that a slow spell of the machine meets all of them, and keeps the
 * best of each.
 */
final class Rounds {

    /** Does its work once and says how long that took, in seconds of whatever clock it uses. */
    @FunctionalInterface
    interface Timed {
        double seconds() throws Exception;
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Rounds() {}

    /** The least seconds of each contender. */
    static double[] best(int rounds, Timed... contenders) throws Exception {
        double[] best = new double[contenders.length];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.length; i++) {
                best[i] = Math.min(best[i], contenders[i].seconds());
            }
        }
        return best;
    }

    /** CPU time of the calling thread, per time that the work is done. */
    static Timed cpu(int times, Work work) {
        return () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            return (THREADS.getCurrentThreadCpuTime() - start) / 1e9 / times;
        };
    }

    /** CPU time of the whole process: every thread, the collector's and the compiler's too. */
    static Timed processCpu(Work work) {
        return () -> {
            long start = PROCESS.getProcessCpuTime();
            work.run();
            return (PROCESS.getProcessCpuTime() - start) / 1e9;
        };
    }

    static Timed wall(Work work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e9;
        };
    }
}
