package org.gridward.responsibility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.grid.Match;

/** Asks back which grid is meant when the error disc of a spot lies in more than one grid of a leaf layer. Pure. */
final class QuestionMaker {

    private QuestionMaker() {}

    static Optional<Answer.Question> of(List<Match> matches, Set<String> leaves) {
        List<Match> split = matches.stream()
                .filter(match -> leaves.contains(match.layer()) && match.share() < 1)
                .toList();
        if (split.size() < 2) {
            return Optional.empty();
        }
        List<Answer.Question.Option> options = split.stream()
                .map(match -> new Answer.Question.Option(match.gridCode(), match.gridName(), match.share()))
                .toList();
        String names =
                options.stream().map(option -> option.gridName()).limit(4).collect(Collectors.joining("、"));
        String codes =
                options.stream().map(option -> option.gridCode()).limit(4).collect(Collectors.joining(", "));
        return Optional.of(new Answer.Question(
                "按给出的精度，该点可能在 " + names + " 之一：在哪一个？",
                "With this accuracy the spot may lie in any of " + codes + ": which one is it?",
                options));
    }
}
