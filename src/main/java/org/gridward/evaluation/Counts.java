package org.gridward.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of scores; a score can be added and taken away again, so a case that went on is counted by its last score alone. Rates are
 * null where nothing was exposed: blank is not 0 %.
 */
public final class Counts {

    /** Upper ends of the histogram of response times, in seconds; the last bar is open. */
    public static final long[] BARS = {900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200};

    private final Map<Counter, Long> sums = new EnumMap<>(Counter.class);
    private final TreeMap<Long, Integer> responses = new TreeMap<>();

    void add(CaseScore score) {
        count(score, 1);
    }

    void remove(CaseScore score) {
        count(score, -1);
    }

    private void count(CaseScore score, int sign) {
        score.counts().forEach((counter, n) -> sums.merge(counter, sign * n, Counts::sum));
        if (score.responseSeconds() != null) {
            responses.merge(score.responseSeconds(), sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        }
    }

    private static Long sum(Long some, Long more) {
        return some + more == 0 ? null : Long.valueOf(some + more);
    }

    public long of(Counter counter) {
        return sums.getOrDefault(counter, 0L);
    }

    /** Closed of those that had to be closed: not void, not merged. */
    public Double closureRate() {
        return rate(of(Counter.CLOSED), of(Counter.REPORTED) - of(Counter.VOID) - of(Counter.MERGED));
    }

    /** Satisfied of those that were rated. */
    public Double satisfactionRate() {
        return rate(of(Counter.SATISFIED), of(Counter.RATED));
    }

    /** Right of all that were dispatched. */
    public Double rightRate() {
        return rate(of(Counter.DISPATCHED_RIGHT), of(Counter.DISPATCHED_RIGHT) + of(Counter.DISPATCHED_WRONG));
    }

    /** In time of those whose clock of this kind is decided. */
    public Double onTimeRate(String clock) {
        return rate(of(Counter.onTime(clock)), of(Counter.onTime(clock)) + of(Counter.late(clock)));
    }

    /** Closed without a body above the grid, of all closed. */
    public Double gridLevelRate() {
        return rate(of(Counter.GRID_LEVEL), of(Counter.CLOSED));
    }

    /** Found by patrols, of all that patrols and the public reported. */
    public Double patrolRate() {
        return rate(of(Counter.FROM_PATROL), of(Counter.FROM_PATROL) + of(Counter.COMPLAINTS));
    }

    private static Double rate(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }

    /** How many cases have a response time. */
    public int responded() {
        return responses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The least time, in seconds, that the given share of the cases did not exceed; null where none has one. */
    public Long responseSeconds(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * responded()));
        long seen = 0;
        for (Map.Entry<Long, Integer> entry : responses.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Cases in each bar of the histogram: up to each of {@link #BARS}, then longer. */
    public long[] histogram() {
        long[] bars = new long[BARS.length + 1];
        responses.forEach((seconds, n) -> {
            int bar = 0;
            while (bar < BARS.length && seconds > BARS[bar]) {
                bar++;
            }
            bars[bar] += n;
        });
        return bars;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && sums.equals(counts.sums) && responses.equals(counts.responses);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums + " " + responses;
    }
}
