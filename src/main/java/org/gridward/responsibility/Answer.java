package org.gridward.responsibility;

import java.util.List;
import java.util.Optional;

/**
 * Who answers for a spot: the lead (none where only the first receiver is left), the helpers and those to be told in order,
 * the row of the rule table that picked the lead, how the spot stands, the named face behind that, how sure it is, why, and
 * the question to ask back when the spot's accuracy leaves more than one grid possible.
 */
public record Answer(
        Optional<Answering> lead,
        List<Answering> helpers,
        List<Answering> informed,
        Rule rule,
        Standing standing,
        Optional<Face> face,
        Optional<Doubt> doubt,
        List<Reason> reasons,
        Optional<Question> question) {

    public Answer {
        helpers = List.copyOf(helpers);
        informed = List.copyOf(informed);
        reasons = List.copyOf(reasons);
    }

    Answer with(
            Optional<Answering> newLead,
            List<Answering> newHelpers,
            List<Answering> newInformed,
            Rule newRule,
            List<Reason> newReasons) {
        return new Answer(newLead, newHelpers, newInformed, newRule, standing, face, doubt, newReasons, question);
    }

    /** Which of these is meant; the most likely first. */
    public record Question(String zh, String en, List<Option> options) {

        /**
         * A side to choose. Grid code {@code NONE} stands for none of the grids; side is one of N, NE, E … NW, or null.
         */
        public record Option(
                String gridCode,
                String gridName,
                String gridNameEn,
                double share,
                String side,
                String labelZh,
                String labelEn) {}
    }
}
