package org.gridward.incident;

import java.util.List;

/**
 * What is asked at the door about a category, in two languages.
 *
 * @param code names the answer, snake_case
 * @param required of whoever takes reports for others; a resident is never held up by a question
 * @param choices of a CHOICE, else empty
 */
public record CategoryQuestion(
        String code, Type type, Boolean required, String textZh, String textEn, List<Choice> choices) {

    /** What an answer is: a text, a finite number, the code of a choice, or true and false. */
    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        YES_NO
    }

    /** One answer of a CHOICE. */
    public record Choice(String code, String textZh, String textEn) {}

    public CategoryQuestion {
        required = required != null && required;
        choices = choices == null ? List.of() : List.copyOf(choices);
    }
}
