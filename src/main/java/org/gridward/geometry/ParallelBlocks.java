package org.gridward.geometry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Shares ranges of numbers among threads that live as long as the call. */
final class ParallelBlocks {

    private static final int SMALLEST_RANGE = 1 << 16;
    private static final int LARGEST_RANGE = 1 << 20;
    private static final int RANGES_A_THREAD = 4;

    private ParallelBlocks() {}

    /** What to do with the numbers from … to - 1. */
    interface Work {
        void range(int from, int to);
    }

    /** Does the work for 0 … count - 1; the calling thread takes part and, if ranges are few, is the only one. */
    static void run(int count, int threads, Work work) {
        int size = Math.max(SMALLEST_RANGE, Math.min(LARGEST_RANGE, count / threads / RANGES_A_THREAD));
        int ranges = count / size + 1;
        int helpers = Math.min(threads, ranges) - 1;
        if (helpers == 0) {
            work.range(0, count);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                    work.range(i * size, Math.min(count, (i + 1) * size));
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        Thread[] team = new Thread[helpers];
        for (int i = 0; i < helpers; i++) {
            team[i] = new Thread(loop, "locate-" + i);
            team[i].setDaemon(true);
            team[i].start();
        }
        loop.run();
        for (Thread thread : team) {
            join(thread);
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
    }

    /** Waits to the end whatever happens, since the thread writes into the caller's array; an interrupt is kept. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
