package org.gridward.responsibility;

import java.util.List;
import java.util.Optional;

/**
 * Who answers for a spot: the lead (none where no team is on duty there), the helpers in order, the rule that picked them,
 * how the spot stands, why, and a question to ask back when the spot's accuracy leaves more than one grid possible.
 */
public record Answer(
        Optional<Answering> lead,
        List<Answering> helpers,
        Rule rule,
        Standing standing,
        List<Reason> reasons,
        Optional<Question> question) {

    public Answer {
        helpers = List.copyOf(helpers);
        reasons = List.copyOf(reasons);
    }

    /** Which of these grids is meant; the shares of the error disc, the largest first. */
    public record Question(String zh, String en, List<Option> options) {

        public record Option(String gridCode, String gridName, double share) {}
    }
}
