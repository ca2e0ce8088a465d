package org.gridward.bench;

import java.util.Locale;

/**
 * One result. The ratio is better when larger ({@code atLeast}) or when smaller; {@code ours} and {@code peer} are figures
 * with their units; {@code sameAnswers} is null where there are no answers to compare.
 */
public record BenchLine(
        String name,
        String test,
        double ratio,
        double goal,
        boolean atLeast,
        String ours,
        String peer,
        Boolean sameAnswers) {

    public boolean met() {
        return (atLeast ? ratio >= goal : ratio <= goal) && !Boolean.FALSE.equals(sameAnswers);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "bench %s %s ratio=%.2f goal=%s%.2f ours=%s peer=%s same_answers=%s",
                name,
                test,
                ratio,
                atLeast ? ">=" : "<=",
                goal,
                ours,
                peer,
                sameAnswers == null ? "n/a" : sameAnswers);
    }
}
