package org.gridward.border.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** Reads code words separated by commas. */
final class Words {

    private Words() {}

    /** @throws Problem 400 naming the word and those that are known */
    static <E extends Enum<E>> Set<E> read(Class<E> type, String text, String pointer) {
        Set<E> words = EnumSet.noneOf(type);
        if (text != null && !text.isBlank()) {
            for (String word : text.split(",")) {
                words.add(one(type, word, pointer));
            }
        }
        return words;
    }

    static <E extends Enum<E>> E one(Class<E> type, String word, String pointer) {
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unreadable(
                            "unknown-word",
                            "'" + word.strip() + "' is not one of " + Arrays.toString(type.getEnumConstants()) + ".")
                    .with(pointer, Fault.UNKNOWN, "unknown word");
        }
    }
}
