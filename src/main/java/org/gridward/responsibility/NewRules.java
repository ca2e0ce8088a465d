package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;

/**
 * Put a new version of the rule table in force.
 *
 * @param validFrom the first instant of its force
 * @param validTo the first instant no longer; null: open
 * @param textZh the rule as a sentence, as it is published
 * @param rows all its rows
 */
public record NewRules(Instant validFrom, Instant validTo, String textZh, String textEn, List<NewRow> rows) {

    /**
     * One row, its words as of {@link RuleRow}: relation LEAD, HELP or INFORM; categoryClass EVENT or COMPONENT, or a category,
     * or neither (for all); subject; layer for subject LAYER only.
     */
    public record NewRow(
            Integer precedence,
            String rule,
            String relation,
            String categoryClass,
            String category,
            String subject,
            String layer,
            String textZh,
            String textEn) {}
}
