package org.gridward.responsibility;

import java.util.Comparator;
import java.util.List;

/** One version of the written rule: its rows in order of precedence. Immutable. */
public record RuleTable(int version, String textZh, String textEn, List<RuleRow> rows) {

    /** Answers where no version is in force or was known: nobody leads but whoever receives a report first. */
    static final RuleTable NONE = new RuleTable(
            0,
            "当时没有生效的规则。",
            "No rule was in force then.",
            List.of(new RuleRow(
                    1,
                    RuleRow.Relation.LEAD,
                    null,
                    null,
                    RuleRow.Subject.RECEIVER,
                    null,
                    new Rule(
                            "first-receiver",
                            0,
                            1,
                            "当时没有生效的规则，由首接者负责。",
                            "No rule was in force; the first receiver keeps it."))));

    public RuleTable {
        rows = rows.stream()
                .sorted(Comparator.comparingInt(RuleRow::precedence))
                .toList();
    }
}
