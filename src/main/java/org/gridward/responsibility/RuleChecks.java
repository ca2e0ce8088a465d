package org.gridward.responsibility;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a rule table must satisfy so that it gives exactly one lead for every category; each fault is one entry. Pure. */
final class RuleChecks {

    private static final int ROWS_MOST = 500;

    private final Predicate<String> isLayer;
    private final Predicate<String> isCategory;

    RuleChecks(Predicate<String> isLayer, Predicate<String> isCategory) {
        this.isLayer = isLayer;
        this.isCategory = isCategory;
    }

    /** @throws Problem 422 naming every fault by its row, counted from 0 */
    void check(NewRules rules) {
        Problem problem =
                Problem.unprocessable("rules-not-acceptable", "The rule table cannot be put in force as it is.");
        if (rules.validFrom() == null) {
            problem.with(
                    "/validFrom", Fault.MISSING, "missing; send the instant from which the table is to be in force.");
        }
        text(problem, "/textZh", rules.textZh(), 2000);
        text(problem, "/textEn", rules.textEn(), 2000);
        List<NewRules.NewRow> rows = rules.rows() == null ? List.of() : rules.rows();
        if (rows.isEmpty() || rows.size() > ROWS_MOST) {
            problem.with("/rows", Fault.count(1, ROWS_MOST), rows.size() + " rows; send 1 to " + ROWS_MOST + ".");
        }
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < rows.size() && i < ROWS_MOST; i++) {
            if (rows.get(i) == null) {
                problem.with("/rows/" + i, Fault.MISSING, "missing");
            } else {
                row(problem, "/rows/" + i, rows.get(i), taken);
            }
        }
        if (rows.stream().noneMatch(RuleChecks::isLast)) {
            problem.with(
                    "/rows",
                    Fault.LAST_RESORT,
                    "no row for every category has relation LEAD and subject RECEIVER; add one as the last resort.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static boolean isLast(NewRules.NewRow row) {
        return row != null
                && "LEAD".equals(row.relation())
                && "RECEIVER".equals(row.subject())
                && row.category() == null
                && row.categoryClass() == null;
    }

    private void row(Problem problem, String at, NewRules.NewRow row, Set<Integer> taken) {
        if (row.precedence() == null || row.precedence() < 1) {
            problem.with(at + "/precedence", Fault.least(1), row.precedence() + ": send a whole number from 1 up.");
        } else if (!taken.add(row.precedence())) {
            problem.with(
                    at + "/precedence",
                    Fault.TWICE,
                    row.precedence() + " is taken by another row; each row has its own.");
        }
        if (row.rule() == null || !row.rule().matches("[a-z][a-z0-9-]{1,62}")) {
            problem.with(
                    at + "/rule", Fault.word("owner-first"), "'" + row.rule() + "': send a word such as owner-first.");
        }
        word(problem, at + "/relation", row.relation(), RuleRow.Relation.values());
        word(problem, at + "/subject", row.subject(), RuleRow.Subject.values());
        if (row.categoryClass() != null) {
            word(problem, at + "/categoryClass", row.categoryClass(), CategoryClass.values());
        }
        if (row.category() != null && row.categoryClass() != null) {
            problem.with(at + "/category", Fault.EITHER, "a row has a category or a class, not both.");
        }
        if (row.category() != null && !isCategory.test(row.category())) {
            problem.with(
                    at + "/category",
                    Fault.UNKNOWN,
                    "'" + row.category() + "' is no category; GET /api/v1/duties lists them.");
        }
        if ("LAYER".equals(row.subject()) ? !isLayer.test(row.layer()) : row.layer() != null) {
            problem.with(
                    at + "/layer",
                    Fault.UNLIKE,
                    "'" + row.layer()
                            + "': subject LAYER needs a layer of GET /api/v1/layers, any other subject none.");
        }
        if ("TEAM".equals(row.subject()) && "LEAD".equals(row.relation())) {
            problem.with(at + "/subject", Fault.NOT_HERE, "TEAM are the members of the lead's team and cannot lead.");
        }
        if ("RECEIVER".equals(row.subject()) && !"LEAD".equals(row.relation())) {
            problem.with(at + "/subject", Fault.NOT_HERE, "RECEIVER can only lead.");
        }
        if ("PAIRED".equals(row.subject()) && "LEAD".equals(row.relation())) {
            problem.with(at + "/subject", Fault.NOT_HERE, "PAIRED is the team paired with the lead's and cannot lead.");
        }
        text(problem, at + "/textZh", row.textZh(), 1000);
        text(problem, at + "/textEn", row.textEn(), 1000);
    }

    private static void word(Problem problem, String pointer, String word, Enum<?>[] known) {
        if (Arrays.stream(known).noneMatch(one -> one.name().equals(word))) {
            problem.with(pointer, Fault.CHOICE, "'" + word + "' is none of " + Arrays.toString(known) + ".");
        }
    }

    static void text(Problem problem, String pointer, String text, int most) {
        if (text == null || text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            problem.with(pointer, Fault.length(1, most), "send 1 to " + most + " characters.");
        }
    }
}
