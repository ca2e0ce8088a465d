package org.gridward.evaluation;

import java.util.List;
import java.util.Map;
import org.gridward.grid.Receipt;

/**
 * The counts of one question. The rows and {@code outside} add up to {@code total}; the receipt says so of the cases, by number:
 * placed in a row (its key is the code), or outside of all.
 *
 * @param outside cases of no row: in no grid of the layer, led by nobody, of no department
 * @param firstReceivers who took how many reports, the most first
 * @param goals what is aimed at, by name
 * @param rules what the judgement on public reports depends on
 */
public record Sheet(
        Question question,
        List<Row> rows,
        Counts outside,
        Counts total,
        List<Taken> firstReceivers,
        Map<String, Double> goals,
        SightRules rules,
        Receipt receipt) {

    /** One grid, team or department; without names where none is known. */
    public record Row(String key, String nameZh, String nameEn, Counts counts) {}

    /** Reports that one receiver took. */
    public record Taken(String receiver, long cases) {}
}
