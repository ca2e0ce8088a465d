package org.gridward.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Checks what was answered to the questions of a category. Pure. */
final class CategoryAnswers {

    private static final int TEXT_MOST = 1_000;
    private static final double NUMBER_MOST = 1e12;

    private CategoryAnswers() {}

    /**
     * The answers as they are stored, in the order of the questions; null where there are none.
     *
     * @param strict whether a required question must be answered
     * @throws Problem 422 naming every answer that does not fit its question
     */
    static Map<String, Object> check(Category category, Map<String, Object> given, boolean strict) {
        if ((given == null || given.isEmpty())
                && (!strict || category.questions().isEmpty())) {
            return null;
        }
        Map<String, Object> answers = given == null ? Map.of() : given;
        Problem problem = Problem.unprocessable(
                "answers-not-acceptable", "The answers do not fit the questions of '" + category.code() + "'.");
        Map<String, Object> kept = new LinkedHashMap<>();
        for (CategoryQuestion question : category.questions()) {
            Object answer = answers.get(question.code());
            if (answer == null || answer instanceof String text && text.isBlank()) {
                if (strict && question.required()) {
                    problem.with(
                            "/answers/" + question.code(),
                            Fault.MISSING,
                            "missing: " + question.textZh() + " / " + question.textEn());
                }
            } else if (fits(question, answer)) {
                kept.put(question.code(), answer instanceof String text ? text.strip() : answer);
            } else {
                problem.with("/answers/" + question.code(), Fault.UNREADABLE, wanted(question));
            }
        }
        answers.keySet().stream()
                .filter(code -> category.questions().stream()
                        .noneMatch(question -> question.code().equals(code)))
                .limit(20)
                .forEach(code -> problem.with(
                        "/answers/" + brief(code), Fault.UNKNOWN, "no question of this category has this code."));
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        return kept.isEmpty() ? null : kept;
    }

    private static boolean fits(CategoryQuestion question, Object answer) {
        return switch (question.type()) {
            case TEXT -> answer instanceof String text && text.length() <= TEXT_MOST && text.indexOf('\0') < 0;
            case NUMBER ->
                answer instanceof Number number
                        && Double.isFinite(number.doubleValue())
                        && Math.abs(number.doubleValue()) <= NUMBER_MOST;
            case CHOICE ->
                answer instanceof String code
                        && question.choices().stream()
                                .anyMatch(choice -> choice.code().equals(code));
            case YES_NO -> answer instanceof Boolean;
        };
    }

    private static String wanted(CategoryQuestion question) {
        return switch (question.type()) {
            case TEXT -> "send a text of at most " + TEXT_MOST + " characters.";
            case NUMBER -> "send a number.";
            case CHOICE ->
                "send one of "
                        + question.choices().stream()
                                .map(CategoryQuestion.Choice::code)
                                .toList() + ".";
            case YES_NO -> "send true or false.";
        };
    }

    private static String brief(String code) {
        return code.length() > 40 ? code.substring(0, 40) + "…" : code;
    }
}
